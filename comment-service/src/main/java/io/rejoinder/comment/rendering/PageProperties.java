package io.rejoinder.comment.rendering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Threads as HTML and as feeds.
 *
 * @param roots roots on a page where its reader does not say how many, 1..200; default 50
 * @param cache bytes of rendered comments kept; default 16 MB
 * @param feed entries of a feed, 1..200; default 50
 * @param feedKept how long a feed is sent again before the store is asked anew; default 5 s
 */
@Validated
@ConfigurationProperties("rejoinder.comments.html")
record PageProperties(
    @Min(1) @Max(200) @DefaultValue("50") int roots,
    @DefaultValue("16MB") DataSize cache,
    @Min(1) @Max(200) @DefaultValue("50") int feed,
    @DefaultValue("5s") Duration feedKept) {}

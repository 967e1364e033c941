package io.rejoinder.comment.thread;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of reading threads.
 *
 * @param replies replies that one page carries at most; default 2000
 * @param cache bytes of pages kept; default 32 MB
 * @param storeTimeout how long a read waits for the store; default 3 s
 * @param projectionTimeout how long the projection waits for one answer of store or broker before
 *     the batch is tried again; default 20 s
 */
@Validated
@ConfigurationProperties("rejoinder.comments.pages")
record ThreadProperties(
    @Positive @DefaultValue("2000") int replies,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("3s") Duration storeTimeout,
    @DefaultValue("20s") Duration projectionTimeout) {}

package io.rejoinder.review.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an import takes.
 *
 * @param postTypes WordPress post types that are reviews; default {@code post} and {@code review}
 * @param maxCommentLength longest text of a comment, in code points; default 20,000, which is more
 *     than readers may write here, as what was written elsewhere was written by other rules
 * @param outage how long a broker that does not confirm is waited for; default 2 minutes
 * @param folder where uploads lie while they are imported, readable by the owner alone; default
 *     {@code <data>/imports}
 * @param instance the name of this instance, which keeps its uploads apart; default 0
 */
@Validated
@ConfigurationProperties("rejoinder.import")
public record ImportProperties(
    @DefaultValue({"post", "review"}) @NotEmpty Set<String> postTypes,
    @DefaultValue("20000") @Max(40_000) int maxCommentLength,
    @DefaultValue("2m") Duration outage,
    @DefaultValue("data/imports") Path folder,
    @DefaultValue("0") String instance) {}

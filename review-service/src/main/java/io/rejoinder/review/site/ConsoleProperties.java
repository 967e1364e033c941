package io.rejoinder.review.site;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The moderators' console.
 *
 * @param address its public address; default {@code http://localhost:8082}
 */
@ConfigurationProperties("rejoinder.console")
record ConsoleProperties(@DefaultValue("http://localhost:8082") URI address) {}

package io.rejoinder.review.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The site.
 *
 * @param address its public address; default {@code http://localhost:8080}. With {@code https} the
 *     session's cookie is for https alone
 * @param name its name, in the head of every page; default {@code Film reviews}
 * @param pageSize reviews on a page of the list; default 20
 * @param proxies network addresses whose {@code X-Forwarded-For} is believed; default none
 * @param projectionWait how long a writer waits to be shown the page of a new review; default 3 s
 */
@Validated
@ConfigurationProperties("rejoinder.site")
record SiteProperties(
    @DefaultValue("http://localhost:8080") URI address,
    @DefaultValue("Film reviews") @NotBlank String name,
    @DefaultValue("20") @Min(1) @Max(200) int pageSize,
    @DefaultValue Set<String> proxies,
    @DefaultValue("3s") Duration projectionWait) {

  boolean secure() {
    return "https".equals(address.getScheme());
  }

  /** A cookie's name; under https browsers keep it to this host and to https. */
  String cookie(String name) {
    return secure() ? "__Host-" + name : name;
  }

  /** The public address of a path. */
  String absolute(String path) {
    String base = address.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }
}

package io.rejoinder.comment.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sites, as configured. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

  @Bean
  Sites sites(SitesProperties given, @Value("${rejoinder.comments.limits.text:5000}") int longest) {
    return new Sites(given, longest);
  }
}

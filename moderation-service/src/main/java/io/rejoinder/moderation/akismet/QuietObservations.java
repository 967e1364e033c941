package io.rejoinder.moderation.akismet;

import io.micrometer.common.KeyValue;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** What is measured and traced of requests, without addresses: a key may stand in one. */
final class QuietObservations extends DefaultServerRequestObservationConvention {

  /** The route's pattern, which is there as well, says enough. */
  @Override
  protected KeyValue httpUrl(ServerRequestObservationContext context) {
    return HighCardinalityKeyNames.HTTP_URL.withValue(KeyValue.NONE_VALUE);
  }
}

package io.rejoinder.comment.submission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.comment.Author;
import java.time.Duration;

/** Seals what is personal about an author before it leaves the process. */
final class Authors {

  private static final int ADDRESSES_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Sealer sealer;

  /** An address comes again and again; its hash would tell as much as the same box does. */
  private final LoadingCache<String, Sealed> addresses;

  Authors(Sealer sealer) {
    this.sealer = sealer;
    this.addresses =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_KEPT)
            .expireAfterWrite(KEPT)
            .build(sealer::seal);
  }

  Author of(Draft draft, String address) {
    String email = draft.email();
    return new Author(
        draft.name(), email == null ? null : sealer.seal(email), addresses.get(address));
  }
}

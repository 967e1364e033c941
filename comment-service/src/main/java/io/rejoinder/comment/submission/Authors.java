package io.rejoinder.comment.submission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.mail.MailAddress;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.comment.Author;
import java.time.Duration;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Seals what is personal about an author before it leaves the process. */
final class Authors {

  private static final int ADDRESSES_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Sealer sealer;
  private final Readers readers;

  /** An address comes again and again; its hash would tell as much as the same box does. */
  private final LoadingCache<String, Sealed> addresses;

  Authors(Sealer sealer, Readers readers) {
    this.sealer = sealer;
    this.readers = readers;
    this.addresses =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_KEPT)
            .expireAfterWrite(KEPT)
            .build(sealer::seal);
  }

  /** Whose browser posts: guests need none, but a token that does not fit is refused. */
  Readers.Sender sender(ServerRequest request, String site) {
    return readers.of(request).on(site);
  }

  /** Who sends a request, for whatever site. */
  Readers.Sender sender(ServerRequest request) {
    return readers.required(request);
  }

  /** As messages to it are addressed, so that its owner is found by either way to write it. */
  private static String deliverable(String email) {
    return MailAddress.parse(email).map(MailAddress::value).orElse(email);
  }

  /** The author of a draft, or of one that is {@link Draft#by} somebody who is signed in. */
  Author of(Draft draft, String address, Readers.Sender sender) {
    String email = draft.email();
    SignedIn signedIn = sender.signedIn();
    Sealed sealed = email == null ? null : sealer.seal(deliverable(email));
    return new Author(
        draft.name(),
        signedIn == null ? sealed : signedIn.email(),
        addresses.get(address),
        sender.id(),
        signedIn == null ? null : true);
  }
}

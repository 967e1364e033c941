package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.text.Canonical;
import org.jspecify.annotations.Nullable;

/** Reads each text once for all models. Threadsafe. */
final class Readings {

  private final ShippedModel model;
  private @Nullable Canonical last;
  private @Nullable Reading reading;

  Readings(ShippedModel model) {
    this.model = model;
  }

  /** The subject as models read it; the one that was read last is remembered. */
  synchronized Reading of(Subject subject) {
    Reading read = reading;
    if (read == null || subject.canonical() != last) {
      read = model.spam().read(subject.raw(), subject.canonical(), subject.references());
      last = subject.canonical();
      reading = read;
    }
    return read;
  }
}

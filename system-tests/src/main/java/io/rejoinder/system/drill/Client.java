package io.rejoinder.system.drill;

import io.rejoinder.system.client.Comments;
import io.rejoinder.system.client.Console;
import io.rejoinder.system.client.TopicReader;
import io.rejoinder.system.platform.Platform;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everyone's access to the platform.
 *
 * @param comments for authors and readers
 * @param desk for moderators
 * @param topics for proofs
 * @param insistence of all of them
 */
record Client(Comments comments, Desk desk, TopicReader topics, Insistence insistence) {

  /** So that two moderators who act at once have a session each. */
  private static final int SESSIONS = 2;

  static Client of(Platform platform, Bound bound) {
    Insistence insistence = new Insistence(bound);
    String password = platform.administratorsPassword();
    List<Console> consoles =
        platform.addresses().consoles().stream()
            .flatMap(
                address ->
                    Stream.generate(() -> new Console(address, Platform.ADMINISTRATOR, password))
                        .limit(SESSIONS))
            .toList();
    return new Client(
        new Comments(platform.addresses().apis()),
        new Desk(consoles, insistence, bound),
        new TopicReader(platform.kafkaClient()),
        insistence);
  }
}

package io.rejoinder.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

  @Test
  void rowsBelowReadyAreRead() {
    Announcement said = new Announcement();
    String lines =
        """
          store        ready    8.8 s
        Ready in 9.7 s.
          site           http://localhost:35907
          comments API   http://localhost:37571
          console        http://localhost:40245
          store          in memory, for trying things out
          Kafka          127.0.0.1:44891
        """;
    assertThat(lines.lines().map(said::heard)).allMatch(Optional::isEmpty);
    assertThat(said.heard("Ctrl-C stops it.")).containsSame(said);
    assertThat(said.addresses()).isEqualTo(new Addresses(35907, 37571, 40245));
    assertThat(said.store()).isEqualTo("in memory, for trying things out");
  }
}

package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  private static final int STARTERS = 8;

  private final Path folder;

  SecretTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isMadeOnceForItsOwnerAloneAndReadAgain() throws IOException {
    Path data = folder.resolve("not/there/yet");

    String first = fingerprint(Secret.in(data));

    assertThat(fingerprint(Secret.in(data))).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(data))))
        .isEqualTo("rw-------");
    assertThat(Base64.getDecoder().decode(Files.readString(file(data)))).hasSize(32);
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).containsExactly(file(data));
    }
  }

  @RepeatedTest(10)
  void isTheSameForAllThatStartAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(STARTERS);
    ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
    List<Future<String>> fingerprints = new ArrayList<>();
    for (int i = 0; i < STARTERS; i++) {
      fingerprints.add(
          starters.submit(
              () -> {
                together.await();
                return fingerprint(Secret.in(folder));
              }));
    }
    Set<String> distinct = new HashSet<>();
    for (Future<String> fingerprint : fingerprints) {
      distinct.add(fingerprint.get());
    }
    starters.shutdown();

    assertThat(distinct).hasSize(1);
  }

  @Test
  void isRefusedWhereTheFolderIsAFile() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "");

    assertThatThrownBy(() -> Secret.in(taken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("taken");
  }

  @Test
  void isRefusedWhereItIsTooShort() {
    String short31 = Base64.getEncoder().encodeToString(new byte[31]);

    assertThatThrownBy(() -> Secret.of(short31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("secret: 31 bytes (expected: at least 32)");
  }

  @Test
  void givesADifferentKeyForEachPurposeThatStaysTheSame() {
    Secret secret = Secret.of(Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(secret.keyFor("one").getEncoded()).isNotEqualTo(secret.keyFor("two").getEncoded());
    // Pinned: with another derivation, whatever was sealed or signed before is lost.
    assertThat(HexFormat.of().formatHex(secret.keyFor("sealed.box").getEncoded()))
        .isEqualTo("0098e94facd92cc87bdbda5c386a1775a5b5640b65921f5313c80ce33af18d4a");
  }

  /** RFC 4231, test case 2. */
  @Test
  void isHmacSha256() {
    var key = new javax.crypto.spec.SecretKeySpec("Jefe".getBytes(UTF_8), "HmacSHA256");

    assertThat(
            HexFormat.of()
                .formatHex(Secret.hmac(key, "what do ya want for nothing?".getBytes(UTF_8))))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private static String fingerprint(Secret secret) {
    return HexFormat.of().formatHex(secret.keyFor("fingerprint").getEncoded());
  }

  private static Path file(Path data) {
    return data.resolve("secret.key");
  }
}

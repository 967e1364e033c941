package io.rejoinder.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

  private static final String MAIL = "terry@lennox.example";

  private final Sealer sealer = new Sealer(secret(1));

  @Test
  void opensWhatItSealed() {
    assertThat(sealer.open(sealer.seal(MAIL))).isEqualTo(MAIL);
    assertThat(sealer.open(sealer.seal(""))).isEmpty();
  }

  @Test
  void keepsTheCaseButNotTheSpaceAround() {
    assertThat(sealer.open(sealer.seal(" Terry@Lennox.example\n")))
        .isEqualTo("Terry@Lennox.example");
  }

  @Test
  void hasEqualHashesAndDifferentBoxesForEqualValues() {
    Sealed one = sealer.seal(MAIL);
    Sealed other = sealer.seal("  TERRY@lennox.example ");

    assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{32}");
    assertThat(one.box()).isNotEqualTo(sealer.seal(MAIL).box());
    assertThat(sealer.seal("somebody@else.example").hash()).isNotEqualTo(one.hash());
  }

  @Test
  void hasOtherHashesWithAnotherSecret() {
    assertThat(new Sealer(secret(2)).seal(MAIL).hash()).isNotEqualTo(sealer.seal(MAIL).hash());
  }

  @Test
  void refusesWhatWasSealedWithAnotherSecret() {
    Sealed foreign = new Sealer(secret(2)).seal(MAIL);

    assertThatThrownBy(() -> sealer.open(foreign)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noticesEveryChangedByte() {
    Sealed sealed = sealer.seal(MAIL);
    byte[] box = Base64.getDecoder().decode(sealed.box());
    for (int i = 0; i < box.length; i++) {
      byte[] changed = box.clone();
      changed[i] ^= 1;
      Sealed tampered = new Sealed(Base64.getEncoder().encodeToString(changed), sealed.hash());

      assertThatThrownBy(() -> sealer.open(tampered))
          .as("byte %d", i)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AAECAwQFBgcICQoL", "no Base64!"})
  void refusesACutBoxWithoutShowingIt(String box) {
    assertThatThrownBy(() -> sealer.open(new Sealed(box, "0".repeat(32))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("sealed value: ");
  }

  @Test
  void doesNotPrintTheBox() {
    Sealed sealed = sealer.seal(MAIL);

    assertThat(sealed.toString()).doesNotContain(sealed.box());
  }

  private static Secret secret(int fill) {
    byte[] root = new byte[32];
    root[0] = (byte) fill;
    return Secret.of(Base64.getEncoder().encodeToString(root));
  }
}

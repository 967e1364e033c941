package io.rejoinder.comment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@mail.example",
        "a@",
        "a@localhost",
        "a b@mail.example",
        "a@mail.example\r\nBcc: b@mail.example",
        "a@mail.example, b@mail.example",
        "<a@mail.example>",
        "\"a b\"@mail.example",
        ".a@mail.example",
        "ä@mail.example",
        "a@-mail.example",
        "a@[127.0.0.1]",
        "a@mail..example",
        "a%0d%0a@mail.example\u0000"
      })
  void whatCouldBeMoreOrLessThanOneAddressIsNone(String typed) {
    assertThat(MailAddress.parse(typed)).isEmpty();
  }

  @Test
  void longerThanAnyAddressIsNone() {
    assertThat(MailAddress.parse("a@" + "b".repeat(250) + ".example")).isEmpty();
    assertThat(MailAddress.parse("a".repeat(65) + "@mail.example")).isEmpty();
  }

  @Test
  void anAddressIsAsServersKnowIt() {
    assertThat(MailAddress.parse(" First.Last+tag@MAIL.Example "))
        .contains(new MailAddress("First.Last+tag@mail.example"));
    assertThat(MailAddress.parse("a@bücher.example"))
        .contains(new MailAddress("a@xn--bcher-kva.example"));
    assertThat(new MailAddress("a@mail.example")).hasToString("MailAddress[...]");
  }
}

package io.rejoinder.comment.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Reply;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The page that a provider sends the reader back to. It hands what came of it to the page that
 * opened it, to the origin of that one only, and closes itself; where it cannot, it says so.
 */
final class ReturnPage {

  /** Nothing else may run on this page. */
  private static final String SCRIPT =
      "const{to,says}=JSON.parse(document.querySelector('[type=\"application/json\"]').textContent);"
          + "if(opener){opener.postMessage(says,to);close()}";

  private static final String CSP =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'sha256-%s'"
          .formatted(hash());

  private static final List<String> LANGUAGES = List.of("en", "es", "de", "fr", "ar");

  /** Done, failed, the link back. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "en",
          List.of(
              "You are signed in. You can close this window.",
              "Signing in did not work. Please close this window and try again.",
              "Back to the page"),
          "es",
          List.of(
              "Ha iniciado la sesión. Puede cerrar esta ventana.",
              "No se ha podido iniciar la sesión. Cierre esta ventana e inténtelo de nuevo.",
              "Volver a la página"),
          "de",
          List.of(
              "Sie sind angemeldet. Sie können dieses Fenster schließen.",
              "Die Anmeldung hat nicht geklappt. Bitte schließen Sie dieses Fenster und versuchen Sie es noch einmal.",
              "Zurück zur Seite"),
          "fr",
          List.of(
              "Vous êtes connecté. Vous pouvez fermer cette fenêtre.",
              "La connexion n’a pas abouti. Veuillez fermer cette fenêtre et réessayer.",
              "Retour à la page"),
          "ar",
          List.of(
              "سجّلت الدخول. يمكنك إغلاق هذه النافذة.",
              "تعذّر تسجيل الدخول. أغلق هذه النافذة وحاول مجددًا.",
              "العودة إلى الصفحة"));

  private ReturnPage() {}

  /**
   * The page.
   *
   * @param to the origin that is told; null where nobody can be
   * @param says what it is told
   * @param back where a link leads; null for none
   */
  record Handing(@Nullable String to, Map<String, Object> says, @Nullable String back) {}

  static Reply of(HttpStatus status, Handing handing, @Nullable String acceptLanguage) {
    String language = language(acceptLanguage);
    List<String> words = WORDS.getOrDefault(language, List.of());
    String back = handing.back();
    String html =
        """
        <!doctype html>
        <html lang="%s" dir="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="robots" content="noindex"><title>Rejoinder</title></head>
        <body><main><p role="status">%s</p>%s</main>%s</body></html>
        """
            .formatted(
                language,
                language.equals("ar") ? "rtl" : "ltr",
                words.get(status.isError() ? 1 : 0),
                back == null
                    ? ""
                    : "<p><a href=\"%s\">%s</a></p>".formatted(escaped(back), words.get(2)),
                handing.to() == null ? "" : scripts(handing));
    return new Reply(
            status, MediaType.parseMediaType("text/html;charset=UTF-8"), html.getBytes(UTF_8))
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", CSP);
  }

  private static String scripts(Handing handing) {
    String data =
        new String(
            Json.bytes(Map.of("to", String.valueOf(handing.to()), "says", handing.says())), UTF_8);
    // No text in it can end the element that it stands in.
    return "<script type=\"application/json\">%s</script><script>%s</script>"
        .formatted(data.replace("<", "\\u003c"), SCRIPT);
  }

  private static String language(@Nullable String accepted) {
    try {
      return Optional.ofNullable(accepted)
          .map(it -> Locale.lookupTag(Locale.LanguageRange.parse(it), LANGUAGES))
          .orElse("en");
    } catch (IllegalArgumentException e) {
      return "en";
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private static String hash() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

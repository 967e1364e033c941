package io.rejoinder.comment.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the API refused, in the words of the page. */
final class Complaints {

  private static final Pattern LENGTH = Pattern.compile("length (\\d{1,9})");
  private static final Pattern MOST = Pattern.compile("(\\d{1,9})\\D*$");

  /** The API's names of fields, and the form's. */
  private static final Map<String, String> FIELDS =
      Map.of("text", "text", "author.name", "name", "author.email", "email");

  private Complaints() {}

  /** By field of the form; what belongs to none is under an empty name. */
  static Map<String, String> of(Api.Refusal refusal, Words words) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Api.Wrong wrong : refusal.wrong()) {
      String field = FIELDS.getOrDefault(wrong.field(), "");
      said.putIfAbsent(field, sentence(field.isEmpty() ? wrong.field() : field, wrong, words));
    }
    if (said.isEmpty()) {
      said.put("", whole(refusal, words));
    }
    return said;
  }

  /** A refusal as a whole. */
  static String whole(Api.Refusal refusal, Words words) {
    String key = "problem." + refusal.slug();
    return words.say(words.has(key) ? key : "error.other");
  }

  private static String sentence(String field, Api.Wrong wrong, Words words) {
    Matcher length = LENGTH.matcher(wrong.value());
    Matcher most = MOST.matcher(wrong.bound());
    boolean measured = length.matches();
    String key = "error." + field;
    if (wrong.value().equals("taken") && words.has(key + ".taken")) {
      return words.say(key + ".taken");
    }
    if (measured && length.group(1).equals("0") && words.has(key + ".missing")) {
      return words.say(key + ".missing");
    }
    if (measured && most.find() && words.has(key + ".long")) {
      return words.say(
          key + ".long",
          words.number(Long.parseLong(length.group(1))),
          words.number(Long.parseLong(most.group(1))));
    }
    return words.say(words.has(key) ? key : "error.other");
  }
}

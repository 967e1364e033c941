package io.rejoinder.moderation.link;

import io.rejoinder.moderation.text.Canonical;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Last labels of hosts, by how sure one can be that a text means a host. The whole Public Suffix
 * List has too many words in it ("no", "is", "to", "zip") for a sentence without a space.
 */
final class Suffixes {

  /** No words of a sentence: a host even with spaces around its dot. */
  private static final Set<String> UNMISTAKABLE =
      Set.of("com", "org", "ru", "biz", "xyz", "icu", "cn", "uk", "nl", "gq");

  /** After a word for a dot, or in a spaced name of which one part is sure. */
  private static final Set<String> SPELLED =
      with(UNMISTAKABLE, "net", "info", "io", "de", "fr", "tk", "ml", "cc", "ws", "tv", "site");

  /** As readers' programs make links of them. */
  private static final Set<String> COMMON =
      with(
          SPELLED,
          "co top online shop club me link click live store app dev ga pw bet casino us ca es it eu"
              .split(" "));

  private static final Map<String, String> BY_LOOK =
      COMMON.stream().collect(Collectors.toMap(Canonical::textOf, Function.identity()));

  /** The dot, in the languages of those who spell it out. */
  private static final Set<String> DOTS = Set.of("dot", "d0t", "punto", "ponto", "punkt", "point");

  /** Before "dot com" where it is no host: "the dot com boom". */
  private static final Set<String> NO_NAMES =
      Set.of(
          ("a an the this that these those of in and or during before after since every any some my"
                  + " your our their his her at to from with for by big first early late old new"
                  + " whole entire another many most all post pre great former is was not no")
              .split(" "));

  /** After "dot com" where it is no host. */
  private static final Set<String> TALK =
      Set.of(
          ("boom bubble era crash bust company companies year years days millionaire millionaires"
                  + " billionaire startup startups craze mania business businesses world age guy")
              .split(" "));

  private Suffixes() {}

  private static Set<String> with(Set<String> set, String... more) {
    return Stream.concat(set.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  /** A last label as meant: what looks like a common one is that. */
  static String meant(String label) {
    boolean ascii = label.chars().allMatch(c -> c < 128);
    return ascii ? label : BY_LOOK.getOrDefault(Canonical.textOf(label), label);
  }

  static boolean isUnmistakable(String label) {
    return UNMISTAKABLE.contains(label);
  }

  static boolean isSpelled(String label) {
    return SPELLED.contains(label);
  }

  static boolean isCommon(String label) {
    return COMMON.contains(label);
  }

  static boolean isDot(String word) {
    return DOTS.contains(word);
  }

  static boolean isName(String word) {
    return !NO_NAMES.contains(word);
  }

  static boolean isTalk(String word) {
    return TALK.contains(word);
  }
}

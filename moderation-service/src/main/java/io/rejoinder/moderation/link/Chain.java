package io.rejoinder.moderation.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Labels with dots between them, in any spelling: perhaps a host. */
final class Chain {

  private static final String WWW = "www";

  private final String text;
  private final List<Label> labels;

  private Chain(String text, List<Label> labels) {
    this.text = text;
    this.labels = labels;
  }

  /** What begins with the label of this place and goes on by this joint. */
  static Chain of(String text, int start, int labelEnd, Joint first) {
    List<Label> labels = new ArrayList<>();
    labels.add(Label.of(text, start, labelEnd, null));
    Joint joint = first;
    while (joint != null) {
      Label next = Label.of(text, joint.end(), Label.end(text, joint.end()), joint.kind());
      // A sentence ends and another begins: no chain, unless what follows can be nothing else.
      if (joint.kind() == Joint.Kind.SPACED && !Suffixes.isSpelled(Suffixes.meant(next.name()))) {
        break;
      }
      labels.add(next);
      joint = Joint.at(text, next.end());
    }
    return new Chain(text, labels);
  }

  int end() {
    return labels.get(labels.size() - 1).end();
  }

  /** The whole of it, as after a scheme. */
  Host all() {
    return new Host(name(labels.size() - 1), end(), isSpelled(labels.size() - 1));
  }

  /** The longest part that is a host by its last label; empty name if none is. */
  Host host() {
    for (int last = labels.size() - 1; last > 0; last--) {
      if (endsAt(last)
          && labels.get(last - 1).name().chars().anyMatch(Character::isLetterOrDigit)) {
        return new Host(name(last), labels.get(last).end(), isSpelled(last));
      }
    }
    return new Host("", end(), false);
  }

  private boolean endsAt(int last) {
    Label label = labels.get(last);
    String suffix = Suffixes.meant(label.name());
    return switch (Objects.requireNonNull(label.joint())) {
      case PLAIN -> isPlainEnd(last, suffix);
      case BRACKETED -> Domains.isPublicSuffix(Domains.ascii(suffix));
      case WORD ->
          Suffixes.isSpelled(suffix)
              && Suffixes.isName(labels.get(last - 1).name())
              && !Suffixes.isTalk(wordAfter(label.end()));
      case SPACED -> isSpacedEnd(last, suffix);
    };
  }

  private boolean isPlainEnd(int last, String suffix) {
    Label label = labels.get(last);
    boolean sentence =
        Character.isUpperCase(text.codePointAt(label.start()))
            && text.substring(label.start(), label.end()).chars().anyMatch(Character::isLowerCase)
            && !Suffixes.isUnmistakable(suffix);
    if (Suffixes.isCommon(suffix) && !sentence) {
      return true;
    }
    boolean sure =
        labels.get(0).name().equals(WWW)
            || (label.end() < text.length() - 1
                && text.charAt(label.end()) == '/'
                && !Character.isWhitespace(text.charAt(label.end() + 1)))
            || (last > 1 && Domains.isPublicSuffix(labels.get(last - 1).name() + "." + suffix));
    return sure && Domains.isPublicSuffix(Domains.ascii(suffix));
  }

  /** "example . com"; behind a sentence's dot no word may follow that could begin another. */
  private boolean isSpacedEnd(int last, String suffix) {
    Label label = labels.get(last);
    boolean before = Character.isSpaceChar(text.charAt(labels.get(last - 1).end()));
    boolean capital = Character.isUpperCase(text.codePointAt(label.start()));
    return before
        ? Suffixes.isSpelled(suffix) && (!capital || Suffixes.isUnmistakable(suffix))
        : Suffixes.isUnmistakable(suffix) && !capital;
  }

  private String wordAfter(int end) {
    int start = Math.min(text.length(), end + 1);
    return Label.of(text, start, Label.end(text, start), null).name();
  }

  private String name(int last) {
    return labels.subList(0, last).stream().map(Label::name).collect(Collectors.joining("."))
        + (last > 0 ? "." : "")
        + Suffixes.meant(labels.get(last).name());
  }

  private boolean isSpelled(int last) {
    return labels.subList(1, last + 1).stream()
        .anyMatch(label -> label.joint() != Joint.Kind.PLAIN);
  }

  /**
   * A host that was found.
   *
   * @param name its labels joined by dots; empty for none
   * @param end behind it in the text
   * @param spelled whether a dot of it is no plain one
   */
  record Host(String name, int end, boolean spelled) {}
}

package io.rejoinder.moderation.rule;

import static io.rejoinder.moderation.rule.Fact.count;
import static io.rejoinder.moderation.rule.Fact.flag;
import static io.rejoinder.moderation.rule.Fact.share;
import static io.rejoinder.moderation.rule.Fact.text;
import static io.rejoinder.moderation.rule.Fact.weight;

import dev.cel.common.types.SimpleType;
import io.rejoinder.moderation.text.Canonical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that rules can ask for. A name stays what it is: versions of the settings refer to it
 * for ever.
 */
final class Catalogue {

  private static final List<Fact> COMMENT =
      List.of(
          text("comment.text", "the text as typed", Facts::text),
          text(
              "comment.canonical",
              "the text as it is compared: without disguise, in lower case",
              facts -> Canonical.textOf(facts.text())),
          new Fact(
              "comment.length",
              SimpleType.INT,
              "characters (code points) of the text",
              facts -> (long) facts.text().codePointCount(0, facts.text().length())),
          text("comment.thread", "id of the thread", Facts::thread),
          text("author.name", "as shown", facts -> facts.author().name()),
          new Fact(
              "author.email",
              SimpleType.BOOL,
              "whether an e-mail address was given",
              facts -> facts.author().email() != null),
          count("author.approved", "author", "approved", "comments of the author approved before"),
          count("author.rejected", "author", "rejected", "comments of the author rejected before"),
          count("author.address", "author", "address", "rejected before from the same address"),
          count("author.days", "author", "days", "days since the author's first comment"),
          new Fact("score.spam", SimpleType.DOUBLE, "probability of spam", Facts::spam),
          new Fact("score.toxic", SimpleType.DOUBLE, "probability of toxicity", Facts::toxic),
          share("disguise.share", "disguise", "share", "share of characters in disguise"));

  private static final List<Fact> EVIDENCE =
      List.of(
          count("evidence.links.links", "links", "links", "links"),
          count("evidence.links.images", "links", "images", "images"),
          count("evidence.links.hidden", "links", "hidden", "links that lead elsewhere than shown"),
          count("evidence.links.shortened", "links", "shortened", "links through shorteners"),
          count(
              "evidence.links.spelled", "links", "spelled", "links that only people read as such"),
          count("evidence.links.trusted", "links", "trusted", "links to trusted domains"),
          count("evidence.links.phones", "links", "phones", "telephone numbers"),
          flag("evidence.form.honeypot", "form", "honeypot", "whether a hidden field was filled"),
          count("evidence.form.seconds", "form", "seconds", "seconds from form to comment"),
          flag(
              "evidence.email.disposable",
              "email",
              "disposable",
              "whether the e-mail is disposable"),
          count("evidence.blocked_words.words", "blocked-words", "words", "blocked words found"),
          count("evidence.suspect_words.words", "suspect-words", "words", "suspect words found"),
          count(
              "evidence.campaign.sharing", "campaign", "sharing", "authors with the same contact"),
          count("evidence.campaign.size", "campaign", "size", "comments much like it lately"),
          count("evidence.campaign.authors", "campaign", "authors", "authors of these"),
          count("evidence.campaign.threads", "campaign", "threads", "threads of these"),
          count("evidence.flood.address", "flood", "address", "comments from the address lately"),
          count("evidence.flood.email", "flood", "email", "comments with the e-mail lately"),
          count("evidence.flood.name", "flood", "name", "comments under the name lately"),
          share("evidence.model.probability", "model", "probability", "of spam, by the text alone"),
          share("evidence.toxicity.probability", "toxicity", "probability", "of toxicity"));

  private static final List<Fact> WEIGHTS =
      Stream.of(
              "links",
              "blocked-words",
              "suspect-words",
              "form",
              "email",
              "campaign",
              "flood",
              "author",
              "after-rejection",
              "disguise",
              "model")
          .map(screen -> weight("evidence." + screen.replace('-', '_') + ".weight", screen))
          .toList();

  private static final Map<String, Fact> BY_NAME = new LinkedHashMap<>();

  static {
    Stream.of(COMMENT, EVIDENCE, WEIGHTS)
        .flatMap(List::stream)
        .forEach(fact -> BY_NAME.put(fact.name(), fact));
  }

  private Catalogue() {}

  /** All facts by their names, in the order in which people read them. */
  static Map<String, Fact> facts() {
    return BY_NAME;
  }
}

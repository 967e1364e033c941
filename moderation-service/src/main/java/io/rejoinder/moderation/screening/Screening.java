package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.text.Canonical;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All screens, in their order. Every screen looks at every revision, whatever the others found: a
 * decision can be explained by all that was known.
 *
 * <p>{@link #examine} is for one thread; {@link #observe} for any.
 */
public final class Screening implements AutoCloseable {

  private final List<Screen> screens;
  private final BoundedLook look;

  /** The platform's screens. */
  Screening(ScreeningProperties settings, Consulted consulted, MeterRegistry meters) {
    this(
        List.of(
            new Disguised(),
            new Links(consulted.lists(), consulted.reputation()),
            new BlockedWords(consulted.words(), consulted.lists()),
            new SuspectWords(consulted.suspect(), consulted.lists()),
            new FormFacts(),
            new EmailDomain(),
            new RepeatedText(settings.repeats()),
            new Flood(settings.flood()),
            new AfterRejection()),
        settings,
        meters);
  }

  /** The given screens. */
  Screening(List<Screen> screens, ScreeningProperties settings, MeterRegistry meters) {
    this.screens = List.copyOf(screens);
    this.look = new BoundedLook(this.screens, settings.bound(), meters);
  }

  /**
   * What each screen found in each of these revisions, which take part in the traffic as they are
   * looked at. A screen that throws or takes longer than its bound gives evidence of that, see
   * {@link #failed}.
   */
  public List<List<Evidence>> examine(List<Text> texts) {
    return look.at(texts.stream().map(Text::subject).toList());
  }

  /**
   * What the screens find in this text with the values that earlier evidence was drawn from: the
   * same again, unless lists or screens have changed. A screen that failed then, or was not there,
   * is unknown and left out. Looks at no traffic and is told to none; for any thread.
   */
  public List<Evidence> again(Text text, List<Evidence> recorded) {
    Subject subject = text.subject();
    List<Evidence> again = new ArrayList<>();
    for (Screen screen : screens) {
      recorded.stream()
          .filter(one -> one.screen().equals(screen.name()) && !failed(one))
          .findFirst()
          .ifPresent(one -> again.add(screen.weigh(subject, one.values())));
    }
    return again;
  }

  /** Takes note of a submission that another instance folds, or that was folded before a start. */
  public void observe(Submit submit) {
    Subject subject =
        new Text(
                submit.comment(),
                submit.thread(),
                submit.author(),
                submit.text(),
                false,
                true,
                submit.at(),
                submit.circumstances())
            .subject();
    screens.forEach(screen -> screen.observe(subject));
  }

  /** The versions of lists and models that this evidence was drawn with, by name. */
  public static Map<String, String> versions(List<Evidence> evidence) {
    Map<String, String> versions = new HashMap<>();
    for (Evidence one : evidence) {
      String version = one.values().get("version");
      if (version != null) {
        versions.put(one.screen().equals(BlockedWords.NAME) ? "words" : one.screen(), version);
      }
    }
    return versions;
  }

  /** Whether this is the evidence of a screen that failed. */
  public static boolean failed(Evidence evidence) {
    return evidence.values().containsKey(BoundedLook.FAILED);
  }

  @Override
  public void close() {
    look.close();
  }

  /**
   * A revision to look at.
   *
   * @param comment the comment
   * @param thread the thread that it answers in
   * @param author who wrote it
   * @param text the raw text
   * @param rejectedBefore whether a moderator rejected what it replaces
   * @param live whether it belongs to the traffic of now, and later texts are compared with it
   * @param at when it was written
   * @param circumstances how it was posted, where that is known
   */
  public record Text(
      CommentId comment,
      ThreadId thread,
      Author author,
      String text,
      boolean rejectedBefore,
      boolean live,
      Instant at,
      @Nullable Circumstances circumstances) {

    Subject subject() {
      return new Subject(
          comment,
          thread,
          author,
          text,
          Canonical.of(text),
          rejectedBefore,
          live,
          at,
          circumstances);
    }
  }
}

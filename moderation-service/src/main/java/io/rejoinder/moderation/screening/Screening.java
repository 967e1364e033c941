package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Circumstances;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.learning.Question;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.moderation.link.References;
import io.rejoinder.moderation.text.Canonical;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All screens, in their order. Every screen looks at every revision, whatever the others found: a
 * decision can be explained by all that was known.
 *
 * <p>For any thread: screens look at one batch at a time, those that wait in their order.
 */
public final class Screening implements AutoCloseable {

  /** The value of evidence that is reason enough to hold a comment; follows from the lists. */
  private static final String HOLD = "hold";

  private final List<Screen> screens;
  private final BoundedLook look;

  /** Fair, so that nobody who asks all the time keeps the loop's comments waiting. */
  private final ReentrantLock looking = new ReentrantLock(true);

  /** The platform's screens, before any decision was made. */
  public static Screening of(ScreeningProperties settings, MeterRegistry meters) {
    return new Screening(settings, Consulted.of(new WordsFile(settings.wordsFile())), meters);
  }

  /** The platform's screens. */
  Screening(ScreeningProperties settings, Consulted consulted, MeterRegistry meters) {
    this(screens(settings, consulted), settings, meters);
  }

  private static List<Screen> screens(ScreeningProperties settings, Consulted consulted) {
    return List.of(
        new Disguised(),
        new Links(settings.authors()),
        new BlockedWords(consulted.words()),
        new SuspectWords(consulted.suspect()),
        new FormFacts(),
        new EmailDomain(),
        new Campaign(settings.campaigns()),
        new Flood(settings.flood()),
        new AuthorRecord(settings.authors()),
        new AfterRejection(),
        new Premoderated(),
        new AuthorStanding(consulted.standings()),
        new Learned(Question.SPAM, consulted),
        new Learned(Question.TOXICITY, consulted));
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
   *
   * @param model the version of the model to ask; the shipped one for null
   */
  public List<List<Evidence>> examine(List<Text> texts, Lists lists, @Nullable String model) {
    List<Subject> subjects = texts.stream().map(text -> text.subject(lists, model)).toList();
    looking.lock();
    try {
      return look.at(subjects);
    } finally {
      looking.unlock();
    }
  }

  /** The same with the model that ships. */
  public List<List<Evidence>> examine(List<Text> texts, Lists lists) {
    return examine(texts, lists, null);
  }

  /**
   * What the screens find in this text with the values that earlier evidence was drawn from: the
   * same again, unless lists or screens have changed. A screen that failed then, or was not there,
   * is unknown and left out. Looks at no traffic and is told to none; for any thread.
   */
  public List<Evidence> again(Text text, List<Evidence> recorded, Lists lists) {
    Subject subject = text.subject(lists);
    List<Evidence> again = new ArrayList<>();
    for (Screen screen : screens) {
      recorded.stream()
          .filter(one -> one.screen().equals(screen.name()) && !failed(one))
          .findFirst()
          .ifPresent(one -> again.add(again(screen, subject, one)));
    }
    return again;
  }

  /** As it was recorded, where the model that drew it cannot be had any more. */
  private static Evidence again(Screen screen, Subject subject, Evidence recorded) {
    Map<String, String> drawn = new HashMap<>(recorded.values());
    drawn.remove(HOLD);
    try {
      return screen.weigh(subject, drawn);
    } catch (ModelGone e) {
      return recorded;
    }
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
            .subject(Lists.NONE);
    screens.forEach(screen -> screen.observe(subject));
  }

  /** Takes note of what people decided of a comment, by its state; for any thread. */
  public void decided(CommentState state) {
    Decided decided = Decided.of(state);
    screens.forEach(screen -> screen.decided(decided));
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

  /** Whether this is the evidence of a screen that reads a text as prose: of a learned model. */
  public static boolean reads(Evidence evidence) {
    return Learned.NAMES.contains(evidence.screen());
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

    Subject subject(Lists lists) {
      return subject(lists, null);
    }

    Subject subject(Lists lists, @Nullable String model) {
      return new Subject(
          comment,
          thread,
          author,
          text,
          Canonical.of(text),
          References.in(text),
          lists,
          model,
          rejectedBefore,
          live,
          at,
          circumstances);
    }
  }
}

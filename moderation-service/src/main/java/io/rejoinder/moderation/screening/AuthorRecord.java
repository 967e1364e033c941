package io.rejoinder.moderation.screening;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.window.Sighting;
import io.rejoinder.moderation.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided of an author's comments before. A name or an e-mail address is only claimed,
 * and many share a network address: a rejection follows whoever claims the e-mail, or comes from
 * the same address under the same name, and a little whoever has the address; an approval only
 * whoever comes from the same address under the same e-mail, or under the same name where neither
 * time an e-mail was given.
 */
final class AuthorRecord implements Screen {

  /**
   * What is expected of somebody unknown: as many rejections to approvals as the policy's prior has
   * spam to honest comments (sigmoid of -2.0), and worth two comments.
   */
  private static final double REJECTIONS = 0.24;

  private static final double APPROVALS = 1.76;

  private static final double BEST = -3.0;
  private static final double WORST = 4.0;

  /** For what others from the same address wrote: a household, a school, a telephone network. */
  private static final double WORST_OF_ADDRESS = 1.0;

  /** Of one author: the weights are at their ends long before. */
  private static final int OF_ONE = 64;

  private static final long TAKEN_BACK = 0;
  private static final long APPROVED = 1;
  private static final long REJECTED = 2;

  private final Window decided;

  AuthorRecord(ScreeningProperties.Authors settings) {
    this.decided = new Window(settings.window(), settings.decisions(), OF_ONE);
  }

  @Override
  public String name() {
    return "author";
  }

  @Override
  public Map<String, String> look(Subject subject) {
    List<Sighting> good =
        approving(subject.author()).map(key -> before(key, subject)).orElse(List.of());
    long approved = good.stream().filter(one -> one.mark() == APPROVED).count();
    long rejected = rejected(good);
    Sealed email = subject.author().email();
    if (email != null) {
      rejected = Math.max(rejected, rejected(before(ofEmail(email), subject)));
    }
    Map<String, String> values = new HashMap<>();
    values.put("approved", Long.toString(approved));
    values.put("rejected", Long.toString(rejected));
    Sealed address = subject.author().address();
    if (address != null) {
      long all = rejected(before(ofAddress(address), subject));
      values.put("address", Long.toString(all - Math.min(all, rejected(good))));
    }
    good.stream()
        .filter(one -> one.mark() == APPROVED)
        .mapToLong(Sighting::at)
        .min()
        .ifPresent(first -> values.put("days", Long.toString(days(first, subject))));
    return values;
  }

  private List<Sighting> before(long key, Subject subject) {
    return decided.before(key, Sighting.keyOf(subject.comment()), subject.at().toEpochMilli());
  }

  private static long days(long since, Subject subject) {
    return Duration.ofMillis(subject.at().toEpochMilli() - since).toDays();
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    int approved = Values.number(values, "approved");
    int rejected = Values.number(values, "rejected");
    int address = Values.number(values, "address");
    double weight =
        against(rejected)
            + Math.min(WORST_OF_ADDRESS, against(address))
            - StrictMath.log((approved + APPROVALS) / APPROVALS);
    return new Evidence(
        name(),
        Math.max(BEST, Math.min(WORST, weight)),
        sentence(approved, rejected, values),
        List.of(),
        values);
  }

  private static double against(int rejected) {
    return StrictMath.log((rejected + REJECTIONS) / REJECTIONS);
  }

  private static long rejected(List<Sighting> sightings) {
    return sightings.stream().filter(one -> one.mark() == REJECTED).count();
  }

  private static String sentence(int approved, int rejected, Map<String, String> values) {
    int address = Values.number(values, "address");
    String others =
        address == 0 ? "" : "; %d from the same address were rejected".formatted(address);
    if (approved == 0 && rejected == 0) {
      return "an author without a record" + others;
    }
    int days = Values.number(values, "days");
    String first = approved == 0 ? "" : ", the first %d days ago".formatted(days);
    return "of this author people approved %d before%s, and rejected %d%s"
        .formatted(approved, first, rejected, others);
  }

  @Override
  public void decided(Decided decision) {
    Author author = decision.state().author();
    List<Long> keys = new ArrayList<>(rejecting(author));
    approving(author).ifPresent(keys::add);
    Status outcome = decision.outcome();
    if (outcome == null) {
      keys.forEach(key -> decided.correct(key, sighting(decision, TAKEN_BACK)));
    } else {
      long mark = outcome == Status.APPROVED ? APPROVED : REJECTED;
      keys.forEach(key -> decided.put(key, sighting(decision, mark)));
    }
  }

  private static Sighting sighting(Decided decision, long mark) {
    long comment = Sighting.keyOf(decision.state().id());
    return new Sighting(comment, 0, 0, mark, decision.state().createdAt().toEpochMilli());
  }

  /** What takes more than a claim to have in common with the author. */
  private static Optional<Long> approving(Author author) {
    Sealed address = author.address();
    if (address == null) {
      return Optional.empty();
    }
    Sealed email = author.email();
    String claimed = email == null ? author.name().strip().toLowerCase(Locale.ROOT) : email.hash();
    String kind = email == null ? "address and name" : "address and email";
    return Optional.of(Window.keyOf(kind, address.hash() + ' ' + claimed));
  }

  private static List<Long> rejecting(Author author) {
    List<Long> keys = new ArrayList<>(2);
    Sealed address = author.address();
    if (address != null) {
      keys.add(ofAddress(address));
    }
    Sealed email = author.email();
    if (email != null) {
      keys.add(ofEmail(email));
    }
    return keys;
  }

  private static long ofAddress(Sealed address) {
    return Window.keyOf("address", address.hash());
  }

  private static long ofEmail(Sealed email) {
    return Window.keyOf("email", email.hash());
  }
}

package io.rejoinder.moderation.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.session.SessionState;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.token.TokenState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the chain has to say of an event: every decision of a person, every automatic rejection,
 * every version of the settings, of an account and of what is held of an author, every token, every
 * sign-in and sign-out. Automatic approvals and holds have no entry (RATIONALE.md, "Why automatic
 * approvals are not in the audit").
 */
final class Facts {

  /** The kind of entries about versions of the screening settings. */
  static final String SETTINGS = "settings";

  /** The kind of entries about accounts of the staff. */
  static final String ACCOUNT = "account";

  /** The kind of entries about tokens that were made or revoked. */
  static final String TOKEN = "token";

  /** The kind of entries about sign-ins, and sessions that were ended. */
  static final String SESSION = "session";

  /** The kind of entries about what moderators hold of authors. */
  static final String AUTHOR = "author";

  /** The code that says who or what found the comment before it was decided on. */
  static final String FOUND = "found";

  /** The code that says on which day a revision was written. */
  static final String WRITTEN = "written";

  /** The code that names the batch that a decision was part of. */
  private static final String BATCH = "batch";

  private static final String VERSION = "version";

  private Facts() {}

  /** What is to be said of an event, in order, without a place in the chain. */
  static List<AuditEntry> of(Event event) {
    if (event instanceof CommentState state) {
      return state.decisions().stream()
          .filter(Facts::isKept)
          .map(decision -> AuditEntry.of(state.id(), decision, codes(state, decision)))
          .toList();
    }
    if (event instanceof ScreeningSettings settings) {
      return List.of(of(settings));
    }
    if (event instanceof AuthorState author) {
      return List.of(of(author));
    }
    if (event instanceof TokenState token) {
      return List.of(of(token));
    }
    if (event instanceof SessionState session) {
      // What its owner's own change of the account did to it stands in the entry of that.
      return session.version() == 1 || session.ended() ? List.of(of(session)) : List.of();
    }
    return event instanceof AccountState account ? List.of(of(account)) : List.of();
  }

  /** What tells an entry that is about no comment from every other. */
  static String version(AuditEntry entry) {
    Map<String, String> codes = entry.codes();
    String version = codes == null ? "" : codes.getOrDefault(VERSION, "");
    return entry.kind() + "/" + entry.subject() + "/" + version;
  }

  private static boolean isKept(Decision decision) {
    By.Kind by = decision.by().kind();
    return by == By.Kind.MODERATOR
        || (by == By.Kind.SCREENING && decision.outcome() == Status.REJECTED);
  }

  private static Map<String, String> codes(CommentState state, Decision decision) {
    Map<String, String> codes = new HashMap<>(decision.versions());
    codes.put(FOUND, found(state, decision));
    if (decision.batch() != null) {
      codes.put(BATCH, decision.batch());
    }
    Stream.of(state.newest(), state.shown(), state.replaced())
        .filter(Objects::nonNull)
        .filter(revision -> revision.number() == decision.revision())
        .findFirst()
        .ifPresent(revision -> codes.put(WRITTEN, day(revision.at())));
    return codes;
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  /** What first kept this revision from being approved: screens, readers or the moderator. */
  private static String found(CommentState state, Decision decision) {
    return state.decisions().stream()
        .filter(earlier -> earlier.revision() == decision.revision())
        .filter(earlier -> earlier.number() <= decision.number())
        .filter(earlier -> earlier.outcome() != Status.APPROVED)
        .map(earlier -> lower(earlier.by().kind()))
        .findFirst()
        .orElse(lower(decision.by().kind()));
  }

  private static AuditEntry of(ScreeningSettings settings) {
    Map<String, String> codes = new HashMap<>();
    codes.put(VERSION, Integer.toString(settings.version()));
    codes.put("digest", digest(settings));
    Integer restores = settings.restores();
    if (restores != null) {
      codes.put("restores", Integer.toString(restores));
    }
    return AuditEntry.of(SETTINGS, settings.by(), settings.site(), codes, settings.at());
  }

  private static AuditEntry of(TokenState token) {
    Map<String, String> codes = new HashMap<>();
    codes.put(VERSION, Long.toString(token.version()));
    codes.put("scopes", String.join(" ", token.scopes()));
    codes.put("revoked", Boolean.toString(token.revoked()));
    By by = token.revoked() ? token.revokedBy() : token.createdBy();
    return AuditEntry.of(TOKEN, by, token.id(), codes, token.at());
  }

  private static AuditEntry of(SessionState session) {
    Map<String, String> codes = new HashMap<>();
    codes.put(VERSION, Long.toString(session.version()));
    codes.put("account", session.account());
    codes.put("how", session.how());
    codes.put("ended", Boolean.toString(session.ended()));
    return AuditEntry.of(SESSION, session.by(), session.id(), codes, session.at());
  }

  private static AuditEntry of(AccountState account) {
    Map<String, String> codes = new HashMap<>();
    codes.put(VERSION, Long.toString(account.version()));
    codes.put("role", lower(account.role()));
    codes.put("active", Boolean.toString(account.active()));
    codes.put("mustChangePassword", Boolean.toString(account.mustChangePassword()));
    codes.put("secondFactor", Boolean.toString(account.secondFactor() != null));
    return AuditEntry.of(ACCOUNT, account.by(), account.id(), codes, account.at());
  }

  /** Without words: reason, labels and notes stand in the state alone. */
  private static AuditEntry of(AuthorState author) {
    Map<String, String> codes = new HashMap<>();
    codes.put(VERSION, Long.toString(author.version()));
    codes.put("standing", lower(author.standing()));
    codes.put("labels", Integer.toString(author.labels().size()));
    codes.put("notes", Integer.toString(author.notes().size()));
    Instant until = author.until();
    if (until != null) {
      codes.put("until", until.toString());
    }
    return AuditEntry.of(AUTHOR, author.by(), author.author(), codes, author.at());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String digest(ScreeningSettings settings) {
    try {
      String json = EventCodec.json().writeValueAsString(settings);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

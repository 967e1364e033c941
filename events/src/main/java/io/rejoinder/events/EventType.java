package io.rejoinder.events;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentLiked;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.Lease;
import io.rejoinder.events.comment.Report;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.events.learning.Teach;
import io.rejoinder.events.learning.TrainingExample;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.events.session.SessionState;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.thread.ThreadFollowed;
import io.rejoinder.events.thread.ThreadState;
import io.rejoinder.events.token.TokenState;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The wire names ({@code ce_type}), pinned here and independent of the names of classes. */
public enum EventType {
  SUBMIT("rejoinder.comment.submit.v1", Submit.class),
  REVISE("rejoinder.comment.revise.v1", Revise.class),
  CLAIM("rejoinder.comment.claim.v1", Claim.class),
  WITHDRAW("rejoinder.comment.withdraw.v1", Withdraw.class),
  ERASE("rejoinder.comment.erase.v1", Erase.class),
  REPORT("rejoinder.comment.report.v1", Report.class),
  APPEAL("rejoinder.comment.appeal.v1", Appeal.class),
  IMPORT("rejoinder.comment.import.v1", Import.class),
  DECIDE("rejoinder.comment.decide.v1", Decide.class),
  UNDO("rejoinder.comment.undo.v1", Undo.class),
  LEASE("rejoinder.comment.lease.v1", Lease.class),
  COMMENT_STATE("rejoinder.comment.state.v1", CommentState.class),
  COMMENT_PUBLISHED("rejoinder.comment.published.v1", CommentPublished.class),
  COMMENT_REVISED("rejoinder.comment.revised.v1", CommentRevised.class),
  COMMENT_LIKED("rejoinder.comment.liked.v1", CommentLiked.class),
  COMMENT_REMOVED("rejoinder.comment.removed.v1", CommentRemoved.class),
  REVIEW_STATE("rejoinder.review.state.v1", ReviewState.class),
  THREAD_STATE("rejoinder.thread.state.v1", ThreadState.class),
  THREAD_FOLLOWED("rejoinder.thread.followed.v1", ThreadFollowed.class),
  ACCOUNT_STATE("rejoinder.account.state.v1", AccountState.class),
  SESSION_STATE("rejoinder.session.state.v1", SessionState.class),
  AUTHOR_STATE("rejoinder.author.state.v1", AuthorState.class),
  TOKEN_STATE("rejoinder.token.state.v1", TokenState.class),
  SCREENING_SETTINGS("rejoinder.screening.settings.v1", ScreeningSettings.class),
  AUDIT_ENTRY("rejoinder.audit.entry.v1", AuditEntry.class),
  TEACH("rejoinder.training.teach.v1", Teach.class),
  TRAINING_EXAMPLE("rejoinder.training.example.v1", TrainingExample.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values())
          .collect(Collectors.toMap(type -> type.recordClass, Function.identity()));

  private final String wireName;
  private final Class<? extends Event> recordClass;

  EventType(String wireName, Class<? extends Event> recordClass) {
    this.wireName = wireName;
    this.recordClass = recordClass;
  }

  /** The {@code ce_type} of records of this type. */
  public String wireName() {
    return wireName;
  }

  /** The Java shape of the value. */
  public Class<? extends Event> recordClass() {
    return recordClass;
  }

  /** The type with this wire name; empty for one that this version does not know. */
  public static Optional<EventType> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /**
   * The type of this event.
   *
   * @throws IllegalArgumentException if its class has no wire name
   */
  public static EventType of(Event event) {
    EventType type = BY_RECORD.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException(
          "no wire name for "
              + event.getClass().getName()
              + " (expected: one of "
              + BY_RECORD.keySet()
              + ")");
    }
    return type;
  }
}

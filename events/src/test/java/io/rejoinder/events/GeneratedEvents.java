package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds records of the contract, whatever components they have or will have. */
final class GeneratedEvents {

  private static final long FIRST_SECOND = 0; // 1970-01-01
  private static final long LAST_SECOND = 253_402_300_799L; // 9999-12-31: RFC 3339 has no more
  private static final int LAST_NANO = 999_999_999;

  /** What a decision can say: the other standings of a comment are its author's. */
  private static final List<Status> JUDGEMENTS =
      List.of(Status.APPROVED, Status.HELD, Status.REJECTED);

  private final Draw draw;
  private final String comment;

  GeneratedEvents(Draw draw) {
    this.draw = draw;
    this.comment = hex(32);
  }

  /** An event of this type. */
  Event of(EventType type) {
    return (Event) instance(type.recordClass());
  }

  private Object instance(Class<?> record) {
    if (record == Span.class) {
      int start = draw.size(0, Integer.MAX_VALUE);
      return new Span(start, draw.size(start, Integer.MAX_VALUE));
    }
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = Arrays.stream(components).map(this::component).toArray();
    try {
      return record.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(record + " was not built", e);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (optional && !draw.yes()) {
      return null;
    }
    if (component.getGenericType() instanceof ParameterizedType generic) {
      return collection(component, generic);
    }
    Class<?> type = component.getType();
    return type == String.class ? text(component) : value(type, component);
  }

  private Object collection(RecordComponent component, ParameterizedType generic) {
    if (component.getType() == Map.class) {
      return IntStream.range(0, draw.size(0, 3))
          .boxed()
          .collect(Collectors.toMap(i -> "name" + i, i -> words(0, 40)));
    }
    boolean ofState = component.getDeclaringRecord() == CommentState.class;
    Class<?> item = (Class<?>) generic.getActualTypeArguments()[0];
    boolean ofTexts = item == Revision.class;
    int most =
        ofTexts
            ? CommentState.EARLIER_LENGTH / 2 / 5000
            : ofState ? CommentState.DECISIONS_KEPT : 3;
    return IntStream.range(0, draw.size(ofTexts ? 1 : 0, most)).mapToObj(i -> item(item)).toList();
  }

  private Object item(Class<?> type) {
    return type == String.class ? words(1, 40) : instance(type);
  }

  private Object value(Class<?> type, RecordComponent component) {
    if (type == int.class || type == Integer.class) {
      return draw.size(1, Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return draw.number(1, Long.MAX_VALUE);
    }
    if (type == boolean.class || type == Boolean.class) {
      return draw.yes();
    }
    if (component.getName().equals("share")) {
      return draw.number(1, 1000) / 1000.0;
    }
    if (type == double.class) {
      return draw.number(-1_000_000, 1_000_000) / 1000.0;
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(
          draw.number(FIRST_SECOND, LAST_SECOND), draw.number(0, LAST_NANO));
    }
    if (type == CommentId.class) {
      return new CommentId(comment);
    }
    if (type == ThreadId.class) {
      return new ThreadId(pick("abcdefghijklmnopqrstuvwxyz0123456789-", draw.size(1, 64)));
    }
    return type.isEnum() ? constant(type, component) : instance(type);
  }

  private Object constant(Class<?> type, RecordComponent component) {
    if (type == Status.class && component.getDeclaringRecord() != CommentState.class) {
      return JUDGEMENTS.get(draw.size(0, JUDGEMENTS.size() - 1));
    }
    Object[] constants = type.getEnumConstants();
    return constants[draw.size(0, constants.length - 1)];
  }

  private String text(RecordComponent component) {
    return switch (component.getDeclaringRecord().getSimpleName() + "." + component.getName()) {
      case "Sealed.hash", "ThreadFollowed.id", "TrainingExample.source", "Teach.source" -> hex(32);
      case "Sealed.box", "Lesson.vector" ->
          Base64.getEncoder().encodeToString(words(1, 40).getBytes(UTF_8));
      case "Submit.command", "Import.command" -> comment;
      case "AuditEntry.hash", "AuditEntry.previous", "TokenState.hash" -> hex(64);
      case "AccountState.passwordHash" -> "$argon2id$" + hex(64);
      case "AccountState.name", "TokenState.name" -> words(1, 64);
      case "Appeal.text", "Appealed.text" -> words(1, Appealed.LONGEST);
      case "TokenState.lastFour" -> pick("abcdefghijklmnopqrstuvwxyz234567", 4);
      default -> component.getName().equals("text") ? words(1, 5000) : words(1, 40);
    };
  }

  private String hex(int digits) {
    return pick("0123456789abcdef", digits);
  }

  private String pick(String alphabet, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> alphabet.substring(draw.size(0, alphabet.length() - 1)).substring(0, 1))
        .collect(Collectors.joining());
  }

  /** Any code points at all but surrogates, which are none. */
  private String words(int min, int max) {
    return IntStream.range(0, draw.size(min, max))
        .map(i -> draw.size(0, Character.MAX_CODE_POINT))
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The names of a type's components. */
  static List<String> components(EventType type) {
    return Arrays.stream(type.recordClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  /** The names of a type's components that are always there. */
  static List<String> required(EventType type) {
    return Arrays.stream(type.recordClass().getRecordComponents())
        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }
}

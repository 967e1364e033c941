package io.rejoinder.moderation.audit;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.By;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** How entries are written into a file. */
enum ExportFormat {
  /** One JSON object a line, as in the topic; the last one holds the checkpoint. */
  JSONL("application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(AuditEntry entry) {
      return EventCodec.json().writeValueAsString(entry) + "\n";
    }

    @Override
    String line(Checkpoint checkpoint) {
      return EventCodec.json().writeValueAsString(Map.of("checkpoint", checkpoint)) + "\n";
    }
  },

  /** RFC 4180; the last row is a comment that holds the checkpoint. */
  CSV("text/csv;charset=UTF-8") {
    @Override
    String head() {
      return "number,previous,hash,kind,subject,comment,revision,decision,outcome,by,account,name,"
          + "reason,undoes,codes,at\r\n";
    }

    @Override
    String line(AuditEntry entry) {
      By by = entry.by();
      Map<String, String> codes = entry.codes();
      return row(
          entry.number(),
          entry.previous(),
          entry.hash(),
          entry.kind(),
          entry.subject(),
          entry.comment(),
          entry.revision(),
          entry.decision(),
          lower(entry.outcome()),
          by == null ? null : lower(by.kind()),
          by == null ? null : by.account(),
          by == null ? null : by.name(),
          entry.reason(),
          entry.undoes(),
          codes == null ? null : EventCodec.json().writeValueAsString(new TreeMap<>(codes)),
          entry.at());
    }

    @Override
    String line(Checkpoint checkpoint) {
      return row(
          "# checkpoint",
          checkpoint.number(),
          checkpoint.hash(),
          checkpoint.at(),
          "Ed25519 " + checkpoint.signature());
    }
  };

  /** What a spreadsheet would take as the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r\n";

  private final String type;

  ExportFormat(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /** What stands above the first entry. */
  abstract String head();

  abstract String line(AuditEntry entry);

  abstract String line(Checkpoint checkpoint);

  private static String row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(ExportFormat::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** Quoted, and with an apostrophe before what would be a formula. */
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  private static @Nullable String lower(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(java.util.Locale.ROOT);
  }
}

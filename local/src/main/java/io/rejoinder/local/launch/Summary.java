package io.rejoinder.local.launch;

import io.rejoinder.local.broker.Credentials;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.store.Store;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person needs to know once all is ready. */
public final class Summary {

  private Summary() {}

  /** The lines, top-down: where to go first, then what lies behind. */
  public static List<String> lines(
      Plan plan, DataFolder folder, Platform.Foundation foundation, Progress progress) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(Locale.ROOT, "Ready in %.1f s.", progress.elapsed().toMillis() / 1000.0));
    addService(lines, plan, Part.REVIEW, "site");
    addService(lines, plan, Part.COMMENT, "comments API");
    addService(lines, plan, Part.MODERATION, "console");
    if (plan.runs(Part.MODERATION) && Files.exists(folder.adminPassword())) {
      lines.add(row("sign in", "admin, password in " + folder.adminPassword()));
    }
    lines.add(row("data", folder.path().toString()));
    Store store = foundation.store();
    if (store != null) {
      lines.add(row("store", store.description()));
    }
    lines.add(row("Kafka", foundation.broker().address()));
    if (plan.runsBroker()) {
      lines.add(row("", "for other programs: " + Credentials.readerFile(folder.path())));
    }
    lines.add("Ctrl-C stops it.");
    return lines;
  }

  private static void addService(List<String> lines, Plan plan, Part part, String name) {
    if (plan.runs(part)) {
      lines.add(row(name, plan.ports().of(part).address()));
    }
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "  %-14s %s", name, value);
  }
}

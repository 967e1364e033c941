package io.rejoinder.review.importing;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.review.importing.ImportReport.Ending;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a WordPress export (WXR): published posts become reviews, comments are handed on through
 * {@code comments.imported.v1}.
 *
 * <p>A file is read twice: to check all of it, then to write. What is malformed is refused whole
 * and nothing is written; what is odd is skipped and reported. Importing a file again writes
 * nothing that is there already, so an import that ended early is taken up by running it again.
 *
 * <p>Threadsafe; blocks, so call it from a thread that may.
 */
public final class WordPressImport {

  private static final Logger LOG = LoggerFactory.getLogger(WordPressImport.class);
  private static final int BUFFER = 1 << 16;

  private final ImportProperties properties;
  private final Drafts drafts;
  private final Sending.Outgoing to;
  private final SentComments sentComments;
  private final MeterRegistry meters;

  WordPressImport(
      ImportProperties properties,
      Drafts drafts,
      Sending.Outgoing to,
      SentComments sentComments,
      MeterRegistry meters) {
    this.properties = properties;
    this.drafts = drafts;
    this.to = to;
    this.sentComments = sentComments;
    this.meters = meters;
  }

  /**
   * Imports a file.
   *
   * @param file the export, in any encoding that XML declares
   * @param progress is told how far it is, in the calling thread, at least once for each phase
   * @throws RefusedFile if the file is malformed or not an export; nothing was written
   * @throws UncheckedIOException if it cannot be read
   */
  public ImportReport run(Path file, Consumer<Progress> progress) throws RefusedFile {
    return run(file, progress, () -> false);
  }

  /**
   * As {@link #run(Path, Consumer)}, until told to stop.
   *
   * @param stop is asked with every comment
   */
  public ImportReport run(Path file, Consumer<Progress> progress, BooleanSupplier stop)
      throws RefusedFile {
    ImportPlan plan;
    try {
      plan = check(file, progress, stop);
    } catch (Stopped e) {
      return new ImportReport(Ending.STOPPED, 0, 0, 0, 0, 0, 0, 0, 0, java.util.List.of(), 0);
    }
    ImportCount count = new ImportCount(plan.findings(), meters);
    Ending ending = emit(file, plan, count, progress, stop);
    ImportReport report = count.report(plan, ending);
    LOG.info(
        "import {}: {} reviews, {} comments sent, {} known, {} findings",
        ending,
        report.reviews(),
        report.commentsSent(),
        report.commentsKnown(),
        report.findings().size() + report.moreFindings());
    return report;
  }

  private ImportPlan check(Path file, Consumer<Progress> progress, BooleanSupplier stop)
      throws RefusedFile {
    Reading reading = new Reading(file, Progress.Phase.CHECKING, progress, stop);
    Checking checking =
        new Checking(
            new ItemRules(properties.postTypes()),
            new CommentRules(properties.maxCommentLength()),
            reading);
    reading.read(checking);
    return checking.plan();
  }

  private Ending emit(
      Path file,
      ImportPlan plan,
      ImportCount count,
      Consumer<Progress> progress,
      BooleanSupplier stop)
      throws RefusedFile {
    Reading reading = new Reading(file, Progress.Phase.IMPORTING, progress, stop);
    reading.count = count;
    try {
      Sending sending = new Sending(to, sentComments.read(), count, reading);
      reading.read(new Emission(plan, drafts, sending, reading));
      sending.flush();
      reading.tell();
      return Ending.COMPLETE;
    } catch (Stopped e) {
      return Ending.STOPPED;
    } catch (BrokerAway e) {
      LOG.warn("import interrupted: {}", String.valueOf(e.getCause()));
      return Ending.INTERRUPTED;
    }
  }

  /**
   * One reading of the file; run with every step, it tells the progress and asks whether to stop.
   */
  private static final class Reading implements Runnable {

    /** Steps between two tellings. */
    private static final int STRIDE = 100;

    private final Path file;
    private final Progress.Phase phase;
    private final Consumer<Progress> progress;
    private final BooleanSupplier stop;
    private final long size;
    private @org.jspecify.annotations.Nullable ImportCount count;
    private long read;
    private java.util.function.@org.jspecify.annotations.Nullable LongSupplier position;
    private int steps;

    Reading(Path file, Progress.Phase phase, Consumer<Progress> progress, BooleanSupplier stop) {
      this.file = file;
      this.phase = phase;
      this.progress = progress;
      this.stop = stop;
      try {
        this.size = Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException("the file cannot be read", e);
      }
    }

    void read(WxrHandler handler) throws RefusedFile {
      try (CountedInput in = new CountedInput(Files.newInputStream(file))) {
        position = in::count;
        tell();
        WxrReader.read(new BufferedInputStream(in, BUFFER), handler);
        read = size;
        position = null;
        tell();
      } catch (IOException e) {
        throw new UncheckedIOException("the file cannot be read", e);
      }
    }

    @Override
    public void run() {
      if (stop.getAsBoolean()) {
        throw new Stopped();
      }
      if (++steps % STRIDE == 0) {
        tell();
      }
    }

    void tell() {
      long at = position == null ? read : position.getAsLong();
      ImportCount so = count;
      progress.accept(
          new Progress(
              phase, at, size, so == null ? 0 : so.reviews(), so == null ? 0 : so.comments()));
    }
  }
}

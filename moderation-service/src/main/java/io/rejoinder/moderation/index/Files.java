package io.rejoinder.moderation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index's files, and with them up to where the log is in them: both are written at once, so
 * they are never at odds. Files of another topic or of another form are emptied. Threadsafe.
 */
final class Files implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Files.class);
  private static final String FORM = "form";
  private static final String TOPIC = "topic";
  private static final String POSITION = "position.";

  /** What is indexed in memory before it becomes a file: a tenth of the smallest heap. */
  private static final double BUFFER_MB = 32;

  private final FSDirectory folder;
  private final IndexWriter writer;
  private final Map<Integer, Long> positions = new HashMap<>();
  private String topic = "";
  private boolean changed;

  /**
   * Opens the files, or makes them.
   *
   * @param path their folder
   * @param words how texts are split
   * @throws UncheckedIOException if the folder cannot be written, or another process holds it
   */
  Files(Path path, Words words) {
    try {
      this.folder = FSDirectory.open(path);
      IndexWriterConfig config = new IndexWriterConfig(words);
      config.setRAMBufferSizeMB(BUFFER_MB);
      TieredMergePolicy merging = new TieredMergePolicy();
      // What is erased has to be gone from every file, however little it is.
      merging.setForceMergeDeletesPctAllowed(0);
      config.setMergePolicy(merging);
      config.setCommitOnClose(false);
      this.writer = new IndexWriter(folder, config);
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + path + " cannot be opened", e);
    }
  }

  /**
   * Goes on where the files stand.
   *
   * @param topicId the id of the topic that they are filled from
   * @param anew whether to empty them before
   * @return by partition, the next offset to read; empty where they are filled from the beginning
   */
  synchronized Map<Integer, Long> resume(String topicId, boolean anew) {
    topic = topicId;
    Map<String, String> committed = committed();
    if (!anew && topic.equals(committed.get(TOPIC)) && Fields.VERSION.equals(committed.get(FORM))) {
      committed.forEach(
          (name, value) -> {
            if (name.startsWith(POSITION)) {
              positions.put(
                  Integer.valueOf(name.substring(POSITION.length())), Long.valueOf(value));
            }
          });
    } else {
      LOG.info("the index is filled from the log");
      empty();
    }
    return Map.copyOf(positions);
  }

  private Map<String, String> committed() {
    Map<String, String> committed = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(one -> committed.put(one.getKey(), one.getValue()));
    }
    return committed;
  }

  /** For readers. */
  IndexWriter writer() {
    return writer;
  }

  /** Takes in an item, read at this place; found once readers look again. */
  synchronized void put(Item item, int partition, long offset) {
    try {
      writer.updateDocument(Queries.idOf(item.id()), Fields.document(item));
      positions.put(partition, offset + 1);
      changed = true;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be written", e);
    }
  }

  /** Makes durable what was taken in; what was not is read from the log again. */
  synchronized void commit() {
    if (!changed) {
      return;
    }
    try {
      Map<String, String> data = new HashMap<>(Map.of(FORM, Fields.VERSION, TOPIC, topic));
      positions.forEach((partition, next) -> data.put(POSITION + partition, next.toString()));
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
      changed = false;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be written", e);
    }
  }

  private void empty() {
    try {
      writer.deleteAll();
      positions.clear();
      changed = true;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be emptied", e);
    }
  }

  /** Writes anew the files that still hold what was replaced or erased. */
  void purge() {
    try {
      if (writer.hasDeletions()) {
        writer.forceMergeDeletes();
        merged();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be purged", e);
    }
  }

  /** The files that were merged are let go of with the next commit. */
  private synchronized void merged() {
    changed = true;
    commit();
  }

  @Override
  public void close() {
    try (folder) {
      commit();
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be closed", e);
    }
  }
}

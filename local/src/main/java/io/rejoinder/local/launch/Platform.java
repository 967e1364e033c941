package io.rejoinder.local.launch;

import io.rejoinder.events.Topics;
import io.rejoinder.local.broker.Connection;
import io.rejoinder.local.broker.Credentials;
import io.rejoinder.local.broker.EmbeddedBroker;
import io.rejoinder.local.broker.ReaderAccess;
import io.rejoinder.local.data.Claim;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.store.Store;
import io.rejoinder.local.store.Stores;
import io.rejoinder.review.importing.WordPressImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the platform that run in this process. {@link #start} checks everything that can be
 * checked before it starts anything; {@link #close} ends what was started, the other way round,
 * also while a start is under way.
 */
public final class Platform implements AutoCloseable {

  private static final Duration TOPICS_WITHIN = Duration.ofSeconds(30);

  private final Plan plan;
  private final DataFolder folder;
  private final Progress progress;
  private final Services services;
  private final Closing closing = new Closing();

  /**
   * Takes the plan; nothing happens yet.
   *
   * @param folder the plan's data folder, open
   */
  public Platform(Plan plan, DataFolder folder, Progress progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.services = new Services(plan.services().warmUp());
  }

  /**
   * Starts the parts and returns when all of them are ready.
   *
   * @throws io.rejoinder.local.refusal.Refusal if something stands in the way that a person can
   *     mend
   */
  public Foundation start() {
    claimParts();
    Ports.checkFree(plan.portsByOption(), port -> Stores.leftOn(port, folder));
    Foundation foundation = foundation();
    closing.add(services);
    services.start(
        plan.parts().stream().filter(Part::isService).toList(),
        part -> startService(part, foundation),
        progress);
    return foundation;
  }

  /** Imports the plan's file, if it names one; returns when that is done. */
  public void importFile() {
    Path file = plan.importFile();
    if (file == null) {
      return;
    }
    services
        .review()
        .map(review -> review.context().getBean(WordPressImport.class))
        .ifPresent(program -> new Importing(program, progress).run(file));
  }

  @Override
  public void close() {
    closing.close();
  }

  private void claimParts() {
    for (Part part : plan.parts()) {
      String instance = part.isService() ? "-" + plan.services().instance() : "";
      closing.add(Claim.of(folder, part.label() + instance));
    }
  }

  /** What is given is looked for before anything is started. */
  private Foundation foundation() {
    @Nullable Store givenStore = givenStore();
    @Nullable Connection givenBroker = givenBroker();
    Connection broker = givenBroker == null ? startBroker() : givenBroker;
    return new Foundation(broker, givenStore == null ? startStore() : givenStore);
  }

  private @Nullable Store givenStore() {
    String uri = plan.stores().uri();
    return uri == null ? null : closing.add(Stores.at(uri));
  }

  private @Nullable Connection givenBroker() {
    String address = plan.brokers().address();
    return address == null ? null : Connection.to(address, plan.brokers().config());
  }

  private Connection startBroker() {
    try {
      Credentials credentials = Credentials.in(folder.path());
      EmbeddedBroker broker =
          closing.add(EmbeddedBroker.start(folder.kafka(), plan.ports().kafka(), credentials));
      Connection connection = new Connection(broker.address(), credentials.rejoinderClient());
      try (Admin admin = connection.admin()) {
        Topics.createMissing(admin, (short) 1, TOPICS_WITHIN);
        ReaderAccess.grant(admin, Topics.PUBLIC);
      }
      credentials.writeClientFiles(folder.path(), broker.address());
      progress.ready("kafka");
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Store startStore() {
    if (!plan.runsStore()) {
      return null;
    }
    Store store =
        closing.add(
            Stores.open(
                plan.stores().kind(),
                folder,
                System.getenv("PATH"),
                plan.ports().store(),
                progress::line));
    progress.ready("store");
    return store;
  }

  private RunningService startService(Part part, Foundation foundation) {
    return RunningService.start(
        part,
        plan.ports().of(part),
        Programs.of(part),
        ServiceSettings.of(part, plan, folder, foundation));
  }

  /**
   * What the services run on.
   *
   * @param broker how the platform's own clients reach the broker
   * @param store null where this process needs none
   */
  public record Foundation(Connection broker, @Nullable Store store) {

    String storeUri() {
      if (store == null) {
        throw new IllegalStateException("no store");
      }
      return store.uri();
    }
  }
}

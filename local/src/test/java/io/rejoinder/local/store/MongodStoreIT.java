package io.rejoinder.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import io.rejoinder.local.data.DataFolder;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a mongod on the PATH for most of it; what needs none runs everywhere. */
class MongodStoreIT {

  private final DataFolder folder;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  MongodStoreIT(@TempDir Path temporary) {
    folder = DataFolder.open(temporary);
  }

  @Test
  void aChildRunsUntilTheStoreIsClosed() throws Exception {
    ProcessHandle child;
    try (Store store = open()) {
      child = child();
      assertThat(Ping.failureOf(new ConnectionString(store.uri()), Duration.ofSeconds(5))).isNull();
      assertThat(store.description()).contains(Long.toString(child.pid()));
    }
    assertThat(child.isAlive()).isFalse();
    assertThat(folder.path().resolve("mongod.pid")).doesNotExist();
    assertThat(notices).isEmpty();
  }

  @Test
  void aChildThatACrashLeftBehindIsAdopted() throws Exception {
    assumeMongod();
    MongodProcess left = MongodProcess.start(mongod().orElseThrow(), folder, free());
    await().atMost(Duration.ofSeconds(60)).until(() -> left.answers(Duration.ofSeconds(1)));

    try (Store store = open()) {
      assertThat(child().pid()).isEqualTo(left.handle().pid());
      assertThat(store.uri()).isEqualTo(left.uri());
    }
    assertThat(left.handle().isAlive()).isFalse();
  }

  @Test
  void aChildOnAnotherPortThanIsAskedForIsEndedAndStartedAgain() throws Exception {
    assumeMongod();
    MongodProcess left = MongodProcess.start(mongod().orElseThrow(), folder, free());
    await().atMost(Duration.ofSeconds(60)).until(() -> left.answers(Duration.ofSeconds(1)));

    int port = free();
    try (Store store =
        Stores.open(StoreKind.MONGOD, folder, System.getenv("PATH"), port, notices::add)) {
      assertThat(left.handle().isAlive()).isFalse();
      assertThat(store.uri()).endsWith(":" + port);
    }
  }

  @Test
  void aChildThatIsKilledIsStartedAgainOnItsPort() throws Exception {
    try (Store store = open()) {
      ProcessHandle first = child();
      String uri = store.uri();
      first.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> childId() != -1 && childId() != first.pid());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Ping.failureOf(new ConnectionString(uri), Duration.ofSeconds(1)) == null);
      assertThat(store.uri()).isEqualTo(uri);
      assertThat(notices).containsExactly("the store (mongod) ended by itself: starting it again");
    }
    assertThat(MongodProcess.leftIn(folder)).isEmpty();
  }

  @Test
  void aChildThatNoFileNamesIsFoundByItsFolder() throws Exception {
    assumeMongod();
    MongodProcess left = MongodProcess.start(mongod().orElseThrow(), folder, free());
    await().atMost(Duration.ofSeconds(60)).until(() -> left.answers(Duration.ofSeconds(1)));
    Files.delete(folder.path().resolve("mongod.pid"));

    assertThat(Stores.leftOn(left.port(), folder)).isTrue();
    try (Store store = open()) {
      assertThat(store.uri()).isEqualTo(left.uri());
    }
    assertThat(left.handle().isAlive()).isFalse();
  }

  @Test
  void aProcessThatIsNotOursIsLeftAloneWhateverThePidFileSays() throws Exception {
    Process foreign = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(folder.path().resolve("mongod.pid"), foreign.pid() + " 27017\n");
      assertThat(MongodProcess.leftIn(folder)).isEmpty();
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroyForcibly().waitFor();
    }
  }

  @Test
  void aLeftChildThatDoesNotAnswerIsEnded() throws Exception {
    Process deaf =
        new ProcessBuilder(
                "sh", "-c", "while true; do sleep 1; done", "sh", folder.mongod().toString())
            .start();
    try {
      Files.writeString(folder.path().resolve("mongod.pid"), deaf.pid() + " " + free() + "\n");
      Path broken = folderOfMongodThatSays("exit 3");

      assertThatThrownBy(
              () -> Stores.open(StoreKind.MONGOD, folder, broken.toString(), null, notices::add))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("mongod ended at once: see " + folder.logs());
      assertThat(deaf.isAlive()).isFalse();
    } finally {
      deaf.destroyForcibly().waitFor();
    }
  }

  private Store open() {
    assumeMongod();
    return Stores.open(StoreKind.MONGOD, folder, System.getenv("PATH"), null, notices::add);
  }

  private ProcessHandle child() throws Exception {
    return MongodProcess.leftIn(folder).orElseThrow().handle();
  }

  private long childId() throws Exception {
    return MongodProcess.leftIn(folder).map(process -> process.handle().pid()).orElse(-1L);
  }

  private Path folderOfMongodThatSays(String body) throws Exception {
    Path bin = Files.createDirectory(folder.path().resolve("bin"));
    Path program = bin.resolve("mongod");
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  private static int free() {
    return Ports.anyFree();
  }

  private static void assumeMongod() {
    assumeTrue(mongod().isPresent(), "no mongod on the PATH: not run");
  }

  private static Optional<Path> mongod() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mongod"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

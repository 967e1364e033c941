package io.rejoinder.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rejoinder.local.launch.Part;
import io.rejoinder.local.launch.Plan;
import io.rejoinder.local.port.Ports;
import io.rejoinder.local.refusal.Refusal;
import io.rejoinder.local.store.StoreKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class CommandLineTest {

  private final Path temporary;

  CommandLineTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void withoutOptionsEverythingRunsOnTheUsualPorts() {
    Plan plan = parsed();
    assertThat(plan.parts()).containsExactly(Part.values());
    assertThat(plan.ports().of(Part.REVIEW).address()).isEqualTo("http://localhost:8080");
    assertThat(plan.ports().of(Part.COMMENT).http()).isEqualTo(8081);
    assertThat(plan.ports().of(Part.MODERATION).actuator()).isEqualTo(8092);
    assertThat(plan.ports().kafka()).isEqualTo(9092);
    assertThat(plan.stores().kind()).isEqualTo(StoreKind.AUTO);
    assertThat(plan.services()).isEqualTo(new Plan.Services("0", null, true, false));
  }

  @Test
  void anAuditIsVerifiedInsteadOfStartingAnything() {
    String nowhere = temporary.resolve("nowhere").toString();
    assertThat(CommandLineProgram.run("--verify-audit", nowhere, "--data", nowhere)).isEqualTo(1);
    assertThat(CommandLineProgram.run("--audit-key", nowhere)).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void partsAreNamedInAnyCaseAndSeparatedByCommas() {
    assertThat(parsed("--run", "broker,Store").parts()).containsExactly(Part.BROKER, Part.STORE);
  }

  @Test
  void anActuatorIsTenPortsHigherUnlessItIsGiven() {
    Plan plan = parsed("--port-site", "7000", "--port-api", "7001", "--port-api-actuator", "7999");
    assertThat(plan.ports().of(Part.REVIEW).actuator()).isEqualTo(7010);
    assertThat(plan.ports().of(Part.COMMENT).actuator()).isEqualTo(7999);
  }

  @Test
  void aServiceAloneMustBeToldWhereItsBrokerAndStoreAre() {
    assertRefused("without the broker in --run", "--run", "comment");
    assertRefused("without the store in --run", "--run", "comment", "--kafka", "127.0.0.1:9092");
    Plan plan =
        parsed(
            "--run",
            "comment",
            "--kafka",
            "h:1",
            "--mongodb-uri",
            "mongodb://h",
            "--instance",
            "b");
    assertThat(plan.runsBroker()).isFalse();
    assertThat(plan.runsStore()).isFalse();
  }

  @Test
  void anyPortsAreAllDifferentAndAbove1023() {
    Plan plan = parsed("--any-ports");
    assertThat(plan.ports()).isNotEqualTo(parsed().ports());
    assertThat(plan.ports().kafka()).isGreaterThan(1023);
  }

  @Test
  void anInstanceIsAPlainName() {
    assertRefused("--instance is not 1..40 letters", "--instance", "../b");
  }

  @Test
  void aPortIsAPort() {
    assertRefused("port: 70000 (expected: 1..65535)", "--port-api", "70000");
  }

  @Test
  void anImportNeedsAFileThatCanBeReadAndTheServiceThatReadsIt() throws Exception {
    assertRefused("cannot be read (--import)", "--import", temporary.resolve("none").toString());
    Path file = Files.createFile(temporary.resolve("export.xml"));
    assertRefused(
        "--import needs the review service", "--import", file.toString(), "--run", "broker,store");
    assertThat(parsed("--import", file.toString()).importFile()).isEqualTo(file);
  }

  @Test
  void anUnknownOptionIsOneLineAndExitCode2() {
    assertThat(run("--colour"))
        .isEqualTo(new Said(2, "error: Unknown option: '--colour' (see ./start --help)\n"));
  }

  @Test
  void aTakenPortIsOneLineAndExitCode1() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said said =
          run(
              "--run",
              "broker",
              "--data",
              temporary.resolve("data").toString(),
              "--port-kafka",
              Integer.toString(taken.getLocalPort()));
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.error().lines())
          .singleElement()
          .asString()
          .startsWith("error: port " + taken.getLocalPort() + " is taken")
          .endsWith("choose another with --port-kafka");
    }
    assertThat(temporary.resolve("data/kafka")).doesNotExist();
  }

  @Test
  void aDataFolderOfANewerVersionIsOneLineAndExitCode1() throws Exception {
    Files.writeString(temporary.resolve("version"), "7");
    Said said = run("--data", temporary.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.error().lines()).singleElement().asString().contains("newer version: format 7");
  }

  @Test
  void anUnreachableBrokerIsOneLineInBoundedTime() {
    Said said =
        run(
            "--run",
            "store",
            "--store",
            "memory",
            "--data",
            temporary.toString(),
            "--kafka",
            "127.0.0.1:" + Ports.anyFree());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.error().lines()).singleElement().asString().contains("--kafka");
  }

  private record Said(int code, String error) {}

  private static Said run(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    try {
      int code = CommandLineProgram.run(arguments);
      return new Said(code, error.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private static void assertRefused(String line, String... arguments) {
    assertThatThrownBy(() -> parsed(arguments))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(line);
  }

  private static Plan parsed(String... arguments) {
    Holder holder = new Holder();
    CommandLineProgram.of(holder).parseArgs(arguments);
    return holder.options.plan();
  }

  @Command
  private static final class Holder {
    @Mixin private final Options options = new Options();
  }
}

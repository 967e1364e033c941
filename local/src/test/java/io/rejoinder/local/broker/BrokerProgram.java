package io.rejoinder.local.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker alone in a JVM, until that is killed. */
final class BrokerProgram {

  private BrokerProgram() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    EmbeddedBroker.start(folder.resolve("kafka"), port, Credentials.in(folder));
    new CountDownLatch(1).await();
  }
}

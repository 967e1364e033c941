package io.rejoinder.local.data;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Holds a claim until it is killed. */
final class ClaimHolder {

  private ClaimHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (Claim claim = Claim.of(DataFolder.open(Path.of(arguments[0])), arguments[1])) {
      System.out.println("holding " + claim);
      new CountDownLatch(1).await();
    }
  }
}

package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret, of which every key is derived by its purpose. All services of one
 * installation share it; losing it makes sealed values unreadable and tokens void.
 */
public final class Secret {

  private static final int BYTES = 32;
  private static final String FILE = "secret.key";

  private static final String HMAC = "HmacSHA256";

  /** Kept: to look the algorithm up takes longer than a short message. */
  private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(Secret::mac);

  private final byte[] root;

  private Secret(byte[] root) {
    if (root.length < BYTES) {
      throw new IllegalArgumentException(
          "secret: %d bytes (expected: at least %d)".formatted(root.length, BYTES));
    }
    this.root = root.clone();
  }

  /**
   * A secret given as text.
   *
   * @param base64 at least 32 bytes in Base64
   * @throws IllegalArgumentException if it is not Base64 or shorter
   */
  public static Secret of(String base64) {
    return new Secret(Base64.getDecoder().decode(base64.strip()));
  }

  /**
   * The secret in the data folder, made there (mode 0600) if there is none yet. Two processes that
   * start at once get the same one.
   *
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static Secret in(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(dataFolder, file);
      }
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("secret: " + file + " cannot be read or made", e);
    }
  }

  private static void create(Path dataFolder, Path file) throws IOException {
    Files.createDirectories(dataFolder);
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path draft =
        Files.createTempFile(
            dataFolder,
            FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Base64.getEncoder().encodeToString(fresh));
    try {
      // A link is made or refused as a whole, so nobody reads half a secret or replaces one.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker: its secret counts.
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A 256-bit key for one purpose: HMAC-SHA-256 of the purpose's name under the secret. */
  public SecretKeySpec keyFor(String purpose) {
    return new SecretKeySpec(hmac(new SecretKeySpec(root, HMAC), purpose.getBytes(UTF_8)), HMAC);
  }

  /** HMAC-SHA-256 of a message. Threadsafe. */
  public static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = MAC.get();
      mac.init(key);
      return mac.doFinal(message);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a key for " + HMAC, e);
    }
  }

  private static Mac mac() {
    try {
      return Mac.getInstance(HMAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + HMAC, e);
    }
  }
}

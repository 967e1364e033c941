package io.rejoinder.moderation.audit;

import io.rejoinder.events.audit.AuditEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The key that checkpoints are signed with, in the data folder (mode 0600). Threadsafe. */
final class CheckpointKey {

  static final String ALGORITHM = "Ed25519";
  private static final String FILE = "audit.key";

  private final PrivateKey own;
  private final String open;

  private CheckpointKey(PrivateKey own, String open) {
    this.own = own;
    this.open = open;
  }

  /**
   * The key in this folder, made there if there is none; two that start at once get the same one.
   *
   * @throws UncheckedIOException if the folder cannot be read or written
   * @throws IllegalStateException if the file holds no key
   */
  static CheckpointKey in(Path data) {
    Path file = data.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(data, file);
      }
      List<String> lines = Files.readAllLines(file);
      byte[] own = Base64.getDecoder().decode(lines.get(0));
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(own));
      return new CheckpointKey(key, lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read or made", e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalStateException(file + " holds no Ed25519 key", e);
    }
  }

  private static void create(Path data, Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(data);
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    Path draft =
        Files.createTempFile(
            data,
            FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(
          draft,
          List.of(
              base64.encodeToString(pair.getPrivate().getEncoded()),
              base64.encodeToString(pair.getPublic().getEncoded())));
      // A link is made or refused as a whole, so nobody reads half a key or replaces one.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker: its key counts.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The half that everybody may have: X.509 in Base64, as {@link #read} takes it. */
  String publicKey() {
    return open;
  }

  /**
   * A public key.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static PublicKey read(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key", e);
    }
  }

  /** Signs that the chain stood at this entry. */
  Checkpoint sign(AuditEntry newest, Instant at) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(own);
      signature.update(Checkpoint.said(newest.number(), newest.hash(), at));
      String signed = Base64.getEncoder().encodeToString(signature.sign());
      return new Checkpoint(newest.number(), newest.hash(), at, signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "CheckpointKey";
  }
}

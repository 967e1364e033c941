package io.rejoinder.local.broker;

import io.rejoinder.local.data.PrivateFiles;
import io.rejoinder.local.refusal.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The generated passwords of the embedded broker's two users, kept in the data folder with mode
 * 0600. They stay the same over restarts, so that a program that reads the open topics goes on
 * reading.
 *
 * @param rejoinder of the platform itself, which may do everything
 * @param reader of other programs, which may only read the open topics
 */
public record Credentials(String rejoinder, String reader) {

  static final String REJOINDER = "rejoinder";
  static final String READER = "reader";

  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"";

  /** Base64url alone: nothing in it needs quoting in a login line. */
  private static final int BYTES = 24;

  /** Reads the passwords, or generates them where the file is missing. */
  public static Credentials in(Path folder) throws IOException {
    Path file = folder.resolve("kafka-credentials");
    if (!Files.exists(file)) {
      PrivateFiles.write(file, REJOINDER + "=" + random() + "\n" + READER + "=" + random() + "\n");
    }
    Properties stored = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      stored.load(reader);
    }
    return new Credentials(required(stored, REJOINDER, file), required(stored, READER, file));
  }

  /** What a Kafka client of the platform itself needs beside the address. */
  public Map<String, String> rejoinderClient() {
    return client(LOGIN.formatted(REJOINDER, rejoinder) + ";");
  }

  /** What another program's Kafka client needs beside the address. */
  public Map<String, String> readerClient() {
    return client(LOGIN.formatted(READER, reader) + ";");
  }

  /**
   * Writes both clients' settings as files that Kafka's own tools take with {@code
   * --command-config}.
   *
   * @param address host and port of the broker
   */
  public void writeClientFiles(Path folder, String address) throws IOException {
    PrivateFiles.write(rejoinderFile(folder), file(address, rejoinderClient()));
    PrivateFiles.write(readerFile(folder), file(address, readerClient()));
  }

  /** Client settings for programs of the platform. */
  public static Path rejoinderFile(Path folder) {
    return folder.resolve("kafka-rejoinder.properties");
  }

  /** Client settings for other programs. */
  public static Path readerFile(Path folder) {
    return folder.resolve("kafka-reader.properties");
  }

  /** The listeners' login line: the broker's own user, and everyone who may come in. */
  String serverLogin() {
    return LOGIN.formatted(REJOINDER, rejoinder)
        + " user_%s=\"%s\" user_%s=\"%s\";".formatted(REJOINDER, rejoinder, READER, reader);
  }

  /** The controller's login line: nobody but the broker itself. */
  String controllerLogin() {
    return LOGIN.formatted(REJOINDER, rejoinder)
        + " user_%s=\"%s\";".formatted(REJOINDER, rejoinder);
  }

  private static Map<String, String> client(String login) {
    return Map.of(
        "security.protocol", "SASL_PLAINTEXT",
        "sasl.mechanism", "PLAIN",
        "sasl.jaas.config", login);
  }

  private static String file(String address, Map<String, String> client) {
    Map<String, String> all = new TreeMap<>(client);
    all.put("bootstrap.servers", address);
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String required(Properties stored, String user, Path file) {
    String password = stored.getProperty(user);
    if (password == null || !password.matches("[A-Za-z0-9_-]+")) {
      throw new Refusal(
          "%s has no usable password of %s: delete the file to have new ones"
              .formatted(file, user));
    }
    return password;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Credentials[rejoinder=…, reader=…]";
  }
}

package io.rejoinder.events.author;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.Author;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what the comments of one author are told, as {@link AuthorState#author} names it. A name alone
 * is nobody's. Nobody learns an address or a name from a key: they are made of keyed hashes.
 */
public final class AuthorKeys {

  /** A signed identity: of a browser, or of whoever signed in. */
  public static final String READER = "reader/";

  /** An e-mail address, which whoever knows it can claim. */
  public static final String EMAIL = "email/";

  /** A guest: a network address and a name. */
  public static final String GUEST = "guest/";

  /** A network address, which several may share. */
  public static final String ADDRESS = "address/";

  /** A range of network addresses. */
  public static final String RANGE = "range/";

  private static final Pattern KEY =
      Pattern.compile("(?:reader|email|guest|address|range)/[0-9A-Za-z_-]{1,128}");
  private static final int HASH_BYTES = 16;

  private AuthorKeys() {}

  /** Whether a text can be the key of an author. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** The keys of whoever wrote a comment, the surest first; without ranges. */
  public static List<String> of(Author author) {
    return of(
        author.reader(),
        author.email() == null ? null : author.email().hash(),
        author.address() == null ? null : author.address().hash(),
        author.name());
  }

  /**
   * The keys of an author, the surest first; without ranges.
   *
   * @param reader the id of the signed identity
   * @param email the keyed hash of the e-mail address
   * @param address the keyed hash of the network address
   * @param name as it is shown
   */
  public static List<String> of(
      @Nullable String reader, @Nullable String email, @Nullable String address, String name) {
    List<String> keys = new ArrayList<>(4);
    if (reader != null) {
      keys.add(READER + reader);
    }
    if (email != null) {
      keys.add(EMAIL + email);
    }
    if (address != null) {
      keys.add(GUEST + guest(address, name));
      keys.add(ADDRESS + address);
    }
    return keys;
  }

  /** Of the address's keyed hash, so that no list of names leads back to one. */
  private static String guest(String address, String name) {
    String both = address + "/" + name.strip().toLowerCase(Locale.ROOT);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(both.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}

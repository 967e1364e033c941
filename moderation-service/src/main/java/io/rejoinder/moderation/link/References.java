package io.rejoinder.moderation.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a text refers its readers to: each kind is found once, when it is first asked for.
 * Threadsafe.
 */
public final class References {

  private final String text;
  private @Nullable List<Link> links;
  private @Nullable List<MarkdownLink> markdown;
  private @Nullable List<Phone> phones;

  private References(String text) {
    this.text = text;
  }

  /** Those of a raw text. */
  public static References in(String text) {
    return new References(text);
  }

  /** See {@link LinkFinder}. */
  public List<Link> links() {
    List<Link> found = links;
    if (found == null) {
      // Copied, so that other threads see it whole; so the others.
      found = List.copyOf(LinkFinder.in(text));
      links = found;
    }
    return found;
  }

  /** Links and images of Markdown. */
  public List<MarkdownLink> markdown() {
    List<MarkdownLink> found = markdown;
    if (found == null) {
      found = List.copyOf(MarkdownLink.in(text));
      markdown = found;
    }
    return found;
  }

  /** Telephone numbers. */
  public List<Phone> phones() {
    List<Phone> found = phones;
    if (found == null) {
      found = List.copyOf(Phones.in(text));
      phones = found;
    }
    return found;
  }
}

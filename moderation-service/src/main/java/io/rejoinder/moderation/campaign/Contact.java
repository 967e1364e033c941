package io.rejoinder.moderation.campaign;

import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.link.Link;
import io.rejoinder.moderation.link.Phone;
import io.rejoinder.moderation.link.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a text wants its readers to go: a domain or a telephone number.
 *
 * @param kind which of them
 * @param value the registrable domain, or the last nine digits
 * @param span its place in the raw text
 */
public record Contact(Kind kind, String value, Span span) {

  /** What it is. */
  public enum Kind {
    DOMAIN,
    PHONE
  }

  /** Of one text: who links to more than these is found by one of them, too. */
  private static final int MOST = 3;

  /** What is the same however the country is written. */
  private static final int NATIONAL_DIGITS = 9;

  /** Places of everybody's pages: that two authors link there says nothing of them. */
  private static final Set<String> EVERYBODYS =
      Set.of(
          "amazon.com",
          "bbc.co.uk",
          "blogspot.com",
          "facebook.com",
          "google.com",
          "imdb.com",
          "instagram.com",
          "letterboxd.com",
          "metacritic.com",
          "netflix.com",
          "nytimes.com",
          "reddit.com",
          "rottentomatoes.com",
          "spotify.com",
          "themoviedb.org",
          "tiktok.com",
          "twitter.com",
          "vimeo.com",
          "wikipedia.org",
          "wordpress.com",
          "x.com",
          "youtu.be",
          "youtube.com");

  /** The contacts among a text's references, telephone numbers first, each once; at most three. */
  public static List<Contact> among(References references) {
    List<Contact> contacts = new ArrayList<>(0);
    for (Phone phone : references.phones()) {
      String digits = phone.number();
      String national = digits.substring(digits.length() - NATIONAL_DIGITS);
      add(contacts, new Contact(Kind.PHONE, national, phone.span()));
    }
    for (Link link : references.links()) {
      if (!EVERYBODYS.contains(link.domain())) {
        add(contacts, new Contact(Kind.DOMAIN, link.domain(), link.span()));
      }
    }
    return contacts;
  }

  private static void add(List<Contact> contacts, Contact contact) {
    if (contacts.size() < MOST
        && contacts.stream()
            .noneMatch(one -> one.kind == contact.kind && one.value.equals(contact.value))) {
      contacts.add(contact);
    }
  }
}

package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds links in raw texts: with a scheme ("hxxp://" is one), bare as readers' programs make links
 * of them, and spelled out for people ("example dot com", "example[.]com", "example . com"). E-mail
 * addresses are none. One pass; the time is linear in the text's length.
 */
public final class LinkFinder {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "hxxp", "hxxps");
  private static final int LONGEST_SCHEME = 5;
  private static final List<String> AFTER_SCHEME = List.of("://", ":\\\\", "[:]//", "[://]");
  private static final String ENDS = "<>\"')]";
  private static final String TRAILING = ".,;:!?*_";
  private static final Set<String> SPELLED_AT = Set.of("(at)", "[at]", "{at}", "<at>");

  private final String text;
  private final List<Link> links = new ArrayList<>(0);

  private LinkFinder(String text) {
    this.text = text;
  }

  /** The links of a text, in their order. */
  public static List<Link> in(String text) {
    LinkFinder finder = new LinkFinder(text);
    int at = 0;
    while (at < text.length()) {
      at = Label.startsAt(text, at) ? finder.word(at) : at + 1;
    }
    return finder.links;
  }

  /** Looks at what begins here; where to go on. */
  private int word(int start) {
    int end = Label.end(text, start);
    int behind = schemeEnd(start, end);
    if (behind > 0) {
      return url(start, behind);
    }
    Joint joint = Joint.at(text, end);
    if (joint == null) {
      return end;
    }
    Chain chain = Chain.of(text, start, end, joint);
    Chain.Host host = chain.host();
    if (host.name().isEmpty() || isMail(start, host.end())) {
      return lastLabel(end, host.end());
    }
    int path = pathEnd(host.end());
    links.add(Link.of(new Span(start, path), host.name(), host.spelled()));
    return path;
  }

  /** A chain may end in a scheme ("see.http://…"), which is no label. */
  private int lastLabel(int firstEnd, int chainEnd) {
    int start = chainEnd;
    while (start > firstEnd && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start > firstEnd && schemeEnd(start, chainEnd) > 0 ? start : chainEnd;
  }

  private int schemeEnd(int start, int end) {
    if (end - start > LONGEST_SCHEME
        || end >= text.length()
        || ":[".indexOf(text.charAt(end)) < 0) {
      return 0;
    }
    if (!SCHEMES.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      return 0;
    }
    for (String after : AFTER_SCHEME) {
      if (text.startsWith(after, end)) {
        return end + after.length();
      }
    }
    return 0;
  }

  private int url(int start, int behind) {
    int from = hostStart(behind);
    if (!Label.startsAt(text, from)) {
      int end = urlEnd(behind);
      if (end > behind) {
        links.add(Link.of(new Span(start, end), text.substring(behind, end), false));
      }
      return end;
    }
    int labelEnd = Label.end(text, from);
    Joint joint = Joint.at(text, labelEnd);
    Chain.Host host = host(from, labelEnd, joint);
    int end = pathEnd(host.end());
    boolean spelled = host.spelled() || text.regionMatches(true, start, "hxxp", 0, 4);
    links.add(Link.of(new Span(start, end), host.name(), spelled));
    return end;
  }

  /** Behind user and password, which a URL may name to look like another's. */
  private int hostStart(int from) {
    int start = from;
    for (int i = from;
        i < text.length() && isOfUrl(i) && "/?#\\".indexOf(text.charAt(i)) < 0;
        i++) {
      start = text.charAt(i) == '@' ? i + 1 : start;
    }
    return start;
  }

  /** All plain labels belong to it, others if they make a host. */
  private Chain.Host host(int start, int labelEnd, @Nullable Joint joint) {
    if (joint == null) {
      return new Chain.Host(Label.of(text, start, labelEnd, null).name(), labelEnd, false);
    }
    Chain chain = Chain.of(text, start, labelEnd, joint);
    Chain.Host all = chain.all();
    Chain.Host host = all.spelled() ? chain.host() : all;
    return host.name().isEmpty()
        ? new Chain.Host(Label.of(text, start, labelEnd, null).name(), labelEnd, false)
        : host;
  }

  private int pathEnd(int hostEnd) {
    if (hostEnd >= text.length() || "/:?#".indexOf(text.charAt(hostEnd)) < 0) {
      return hostEnd;
    }
    int end = urlEnd(hostEnd);
    while (end > hostEnd && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private int urlEnd(int from) {
    int end = from;
    while (end < text.length() && isOfUrl(end)) {
      end++;
    }
    return end;
  }

  private boolean isOfUrl(int at) {
    char c = text.charAt(at);
    return !Character.isWhitespace(c) && ENDS.indexOf(c) < 0;
  }

  private boolean isMail(int start, int end) {
    if ((start > 0 && text.charAt(start - 1) == '@')
        || (end < text.length() && text.charAt(end) == '@')) {
      return true;
    }
    int behind = start;
    while (behind > 0 && start - behind < 2 && text.charAt(behind - 1) == ' ') {
      behind--;
    }
    return behind >= 4
        && SPELLED_AT.contains(text.substring(behind - 4, behind).toLowerCase(Locale.ROOT));
  }
}

package io.rejoinder.comment.rendering;

import io.rejoinder.comment.thread.Threads;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What threads are about, for headings and links. */
public final class Subjects {

  private static final Pattern SCHEME = Pattern.compile("^https?://");

  private final Threads threads;
  private final String site;
  private final String service;

  /** Reviews of a site, and threads of a service, at these public addresses. */
  Subjects(Threads threads, String site, String service) {
    this.threads = threads;
    this.site = withoutSlash(site);
    this.service = withoutSlash(service);
  }

  /**
   * A page that people comment on.
   *
   * @param title its title; null where it is not known
   * @param address its address; the thread's own page where it is not known
   */
  public record Subject(@Nullable String title, String address) {}

  /** What a thread is about. */
  public Subject of(String thread) {
    return threads
        .review(thread)
        .map(it -> new Subject(it.title(), site + "/reviews/" + Links.encoded(it.slug())))
        .or(() -> threads.state(thread).map(it -> new Subject(it.title(), it.address())))
        .orElseGet(() -> new Subject(null, service + "/threads/" + Links.encoded(thread)));
  }

  /**
   * What a thread is called to somebody who has not asked for it: the title of a review; of another
   * page its address, which is on a site of ours. Its title is what the browser of its first author
   * said, who may have wanted strangers to read it.
   */
  public String vouched(String thread) {
    Subject subject = of(thread);
    String title = threads.review(thread).isPresent() ? subject.title() : null;
    return title == null ? SCHEME.matcher(subject.address()).replaceFirst("") : title;
  }

  /** Links for pages of others. */
  Links links() {
    return new Links(service + "/");
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}

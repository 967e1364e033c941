package io.rejoinder.comment.rendering;

import io.rejoinder.comment.thread.Threads;
import org.jspecify.annotations.Nullable;

/** What threads are about, for headings and links. */
public final class Subjects {

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

  /** Links for pages of others. */
  Links links() {
    return new Links(service + "/");
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}

package io.rejoinder.comment.following;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.thread.ThreadFollowed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * All who follow anything, in memory: {@code threads.followed.v1}, where the last word counts. One
 * takes about 1 KB. Threadsafe; changed by one thread alone.
 */
final class Followers {

  private final Map<String, Follow> all = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Follow>> bySubject = new ConcurrentHashMap<>();

  void received(ThreadFollowed state) {
    Follow before = all.remove(state.id());
    if (before != null) {
      bySubject.computeIfPresent(
          before.subject(),
          (subject, those) -> {
            those.remove(before.id());
            return those.isEmpty() ? null : those;
          });
    }
    Follow.of(state)
        .ifPresent(
            follow -> {
              all.put(follow.id(), follow);
              bySubject
                  .computeIfAbsent(follow.subject(), subject -> new ConcurrentHashMap<>())
                  .put(follow.id(), follow);
            });
  }

  int size() {
    return all.size();
  }

  Optional<Follow> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  Collection<Follow> ofThread(String thread) {
    return bySubject.getOrDefault(thread, Map.of()).values();
  }

  Collection<Follow> ofReplies(CommentId comment) {
    return bySubject.getOrDefault("/" + comment, Map.of()).values();
  }

  /** All that go to an address, by its keyed hash. */
  List<Follow> ofAddress(String hash) {
    return where(it -> it.email().hash().equals(hash));
  }

  List<Follow> ofReader(String reader) {
    return where(it -> reader.equals(it.reader()));
  }

  /** Looks at each: for what people ask for by hand. */
  private List<Follow> where(Predicate<Follow> wanted) {
    return all.values().stream().filter(wanted).toList();
  }
}

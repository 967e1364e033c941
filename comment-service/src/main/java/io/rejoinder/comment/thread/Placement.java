package io.rejoinder.comment.thread;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.thread.Comments.Anchor;
import io.rejoinder.comment.thread.Comments.Waiting;
import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Stores a batch and finds out what of it readers see: a reply shows only below comments that are,
 * or were, visible, and it may come before them.
 *
 * <p>Parent and reply may be handled at the same time by two owners of partitions. Each side writes
 * first and looks afterwards: the reply is written to the waiting ones before its parent is looked
 * up, the parent is written before the waiting ones are. So at least one of the two sees the other.
 * If both do, both announce the same version, which is harmless.
 */
final class Placement {

  /** Parents whose change was announced lately, see {@link #settled}. */
  private static final int FRESH_KEPT = 50_000;

  private static final Duration FRESH_FOR = Duration.ofMinutes(10);

  private final Comments comments;
  private final Duration bound;
  private final Cache<CommentId, Boolean> fresh =
      Caffeine.newBuilder().maximumSize(FRESH_KEPT).expireAfterWrite(FRESH_FOR).build();

  /** Placement in a store that must answer each request within the bound. */
  Placement(Comments comments, Duration bound) {
    this.comments = comments;
    this.bound = bound;
  }

  /**
   * What came of a batch.
   *
   * @param seen the comments of readers' interest that are stored and have their place
   * @param released the replies that need not wait any more once these are announced
   */
  record Placed(Map<CommentId, Arrived> seen, Set<CommentId> released) {}

  /** Stores what arrived. */
  Placed store(Map<CommentId, Arrived> batch) {
    Map<CommentId, Arrived> arrived = new LinkedHashMap<>(batch);
    resolve(arrived, anchorsOf(arrived.values()));
    Set<CommentId> known = await(comments.store(comments(arrived.values())), Set.of());
    reload(arrived, known);
    count(arrived);
    Set<CommentId> released = late(arrived);
    Map<CommentId, Arrived> seen = new LinkedHashMap<>();
    arrived.forEach(
        (id, it) -> {
          if (it.comment().seen() && it.comment().place() != null) {
            seen.put(id, it);
          }
        });
    remember(seen);
    return new Placed(seen, released);
  }

  private void remember(Map<CommentId, Arrived> seen) {
    seen.forEach(
        (id, it) -> {
          if (!it.settled()) {
            fresh.put(id, true);
          }
        });
  }

  private static List<Comment> comments(Collection<Arrived> arrived) {
    return arrived.stream().map(Arrived::comment).toList();
  }

  /** Anchors of parents that are not in the batch themselves. */
  private Map<CommentId, Anchor> anchorsOf(Collection<Arrived> arrived) {
    Set<CommentId> parents = new HashSet<>();
    for (Arrived it : arrived) {
      CommentId parent = it.comment().parent();
      if (parent != null && it.comment().place() == null) {
        parents.add(parent);
      }
    }
    return await(comments.anchors(parents), Map.of());
  }

  /** Gives places to replies until no more can be given; a circle of parents never gets one. */
  private void resolve(Map<CommentId, Arrived> arrived, Map<CommentId, Anchor> anchors) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<CommentId, Arrived> entry : arrived.entrySet()) {
        Arrived it = entry.getValue();
        if (it.comment().place() == null && place(entry, arrived, anchors)) {
          changed = true;
        }
      }
    }
  }

  private boolean place(
      Map.Entry<CommentId, Arrived> entry,
      Map<CommentId, Arrived> arrived,
      Map<CommentId, Anchor> anchors) {
    Comment reply = entry.getValue().comment();
    CommentId parentId = reply.parent();
    if (parentId == null) {
      return false;
    }
    Arrived beside = arrived.get(parentId);
    Place above = beside == null ? null : beside.comment().place();
    if (beside != null
        && above != null
        && beside.comment().seen()
        && beside.comment().thread().equals(reply.thread())) {
      entry.setValue(entry.getValue().at(above.below(), beside.settled()));
      return true;
    }
    Anchor anchor = anchors.get(parentId);
    if (anchor != null && anchor.thread().equals(reply.thread().value())) {
      entry.setValue(entry.getValue().at(anchor.place().below(), settled(parentId)));
      return true;
    }
    return false;
  }

  /**
   * Whether the parent was settled. While a store is filled again, a reply that was settled as a
   * waiting one can meet a parent that is new: then the reply was never announced.
   */
  private boolean settled(CommentId parent) {
    return fresh.getIfPresent(parent) == null;
  }

  /** Replaces what the store has newer, or has a place for, by what it has. */
  private void reload(Map<CommentId, Arrived> arrived, Set<CommentId> known) {
    List<Comment> stored = await(comments.find(known).collectList(), List.of());
    for (Comment comment : stored) {
      arrived.computeIfPresent(
          comment.id(),
          (id, it) ->
              new Arrived(
                  comment.place() == null ? comment.at(it.comment().place()) : comment,
                  it.settled()));
    }
  }

  /** What readers like of it, which other records tell. */
  private void count(Map<CommentId, Arrived> arrived) {
    await(comments.counted(arrived.keySet()), Map.<CommentId, LikeCount>of())
        .forEach((id, likes) -> arrived.computeIfPresent(id, (same, it) -> it.liked(likes)));
  }

  /** The reply's side: wait, then look again. Returns those that have their place now. */
  private Set<CommentId> late(Map<CommentId, Arrived> arrived) {
    List<Waiting> replies = new ArrayList<>();
    List<Arrived> orphans = new ArrayList<>();
    for (Arrived it : arrived.values()) {
      CommentId parent = it.comment().parent();
      if (parent != null && it.comment().seen() && it.comment().place() == null) {
        orphans.add(it);
        replies.add(new Waiting(it.comment().id(), parent, it.settled()));
      }
    }
    if (orphans.isEmpty()) {
      return Set.of();
    }
    await(comments.await(replies).thenReturn(true), true);
    resolve(arrived, anchorsOf(orphans));
    Map<CommentId, Place> places = new HashMap<>();
    for (Arrived orphan : orphans) {
      Arrived now = arrived.get(orphan.comment().id());
      Place place = now == null ? null : now.comment().place();
      if (place != null) {
        places.put(orphan.comment().id(), place);
      }
    }
    await(comments.place(places).thenReturn(true), true);
    return places.keySet();
  }

  /**
   * The parent's side, behind {@link #store}: gives their place to those that waited for what was
   * stored, and to those that waited for them.
   */
  Placed waiting(Map<CommentId, Arrived> stored) {
    Map<CommentId, Arrived> seen = new HashMap<>(stored);
    Map<CommentId, Arrived> waited = new LinkedHashMap<>();
    Set<CommentId> released = new HashSet<>();
    Set<CommentId> parents = Set.copyOf(stored.keySet());
    while (!parents.isEmpty()) {
      Map<CommentId, Arrived> next = below(parents, seen, released);
      place(next);
      seen.putAll(next);
      waited.putAll(next);
      parents = next.keySet();
    }
    remember(waited);
    return new Placed(waited, released);
  }

  private Map<CommentId, Arrived> below(
      Set<CommentId> parents, Map<CommentId, Arrived> seen, Set<CommentId> released) {
    Map<CommentId, Waiting> waiting =
        await(comments.waitingFor(parents).collectMap(Waiting::reply), Map.of());
    Map<CommentId, Arrived> next = new HashMap<>();
    for (Comment reply : await(comments.find(waiting.keySet()).collectList(), List.of())) {
      Waiting entry = waiting.get(reply.id());
      Arrived parent = entry == null ? null : seen.get(entry.parent());
      Place above = parent == null ? null : parent.comment().place();
      if (entry != null
          && parent != null
          && above != null
          && reply.thread().equals(parent.comment().thread())) {
        released.add(reply.id());
        if (!seen.containsKey(reply.id())) {
          next.put(
              reply.id(), new Arrived(reply, entry.settled()).at(above.below(), parent.settled()));
        }
      }
    }
    return next;
  }

  private void place(Map<CommentId, Arrived> next) {
    Map<CommentId, Place> places = new HashMap<>();
    next.forEach(
        (id, it) -> {
          Place place = it.comment().place();
          if (place != null) {
            places.put(id, place);
          }
        });
    await(comments.place(places).thenReturn(true), true);
  }

  private <T> T await(Mono<T> answer, T otherwise) {
    return answer.defaultIfEmpty(otherwise).blockOptional(bound).orElse(otherwise);
  }
}

package io.rejoinder.moderation.campaign;

import io.rejoinder.moderation.window.Sighting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a post has in common with comments of other authors.
 *
 * @param contact which one; null if there is none
 * @param authors how many of them
 * @param campaign of the newest such comment; 0 if there is none
 * @param comments all that name it, those of the post's author among them
 */
record Shared(@Nullable Contact contact, int authors, long campaign, Set<Long> comments) {

  static final Shared NOTHING = new Shared(null, 0, 0, Set.of());

  static Shared of(Post post, Contact contact, List<Sighting> naming) {
    List<Sighting> others =
        naming.stream().filter(sighting -> sighting.author() != post.author()).toList();
    if (others.isEmpty()) {
      return NOTHING;
    }
    return new Shared(
        contact,
        (int) others.stream().map(Sighting::author).distinct().count(),
        others.get(0).mark(),
        naming.stream().map(Sighting::comment).collect(Collectors.toSet()));
  }
}

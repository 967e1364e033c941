package io.rejoinder.system.drill;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What readers must see of each comment: the last approved text, but of a reply only under a parent
 * that they see or that left a placeholder.
 */
final class Readership {

  private final Map<String, Life> lives;

  Readership(List<Life> lives) {
    this.lives =
        lives.stream().collect(Collectors.toMap(Life::id, Function.identity(), (a, b) -> a));
  }

  /** The text that readers must see, or null. */
  @Nullable String shown(Life life) {
    return hasPlace(life) ? life.standing().shown() : null;
  }

  private boolean hasPlace(Life life) {
    String parentId = life.draft().parent();
    Life parent = parentId == null ? null : lives.get(parentId);
    // A parent that is none of ours was imported, and is visible.
    return parent == null || (parent.wasShown() && hasPlace(parent));
  }
}

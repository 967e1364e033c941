package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What screens and policy say of a revision.
 *
 * @param outcome approved, held or rejected
 * @param reason the policy's code, for a rejection
 * @param why one sentence for a person
 * @param versions of what ruled, by name
 * @param evidence of all screens
 */
public record Ruling(
    Status outcome,
    @Nullable String reason,
    String why,
    Map<String, String> versions,
    List<Evidence> evidence) {}

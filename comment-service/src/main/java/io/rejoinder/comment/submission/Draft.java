package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.page.PageDraft;
import io.rejoinder.events.comment.CommentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it comes: nothing in it is checked yet.
 *
 * @param text the comment
 * @param author who says to have written it
 * @param parent the comment that it replies to
 * @param form what its form says of itself
 * @param page the page that shows the thread; needed for its first comment, unless it is a review
 */
record Draft(
    @Nullable String text,
    @Nullable Person author,
    @Nullable String parent,
    @Nullable Form form,
    @Nullable PageDraft page) {

  /**
   * An author as they say.
   *
   * @param name as shown
   * @param email never shown
   */
  record Person(@Nullable String name, @Nullable String email) {}

  /**
   * What a form says of itself; a program that posts without one leaves it out.
   *
   * @param token the {@code Form-Token} of the page that showed it
   * @param website a field that no person sees: empty, unless a program fills what it finds
   */
  record Form(@Nullable String token, @Nullable String website) {}

  /** The same by somebody who is signed in: what the form says of its author does not count. */
  Draft by(String name) {
    return new Draft(text, new Person(name, null), parent, form, page);
  }

  String strippedText() {
    return Checks.stripped(text);
  }

  String name() {
    return Checks.stripped(author == null ? null : author.name());
  }

  @Nullable String email() {
    String email = Checks.stripped(author == null ? null : author.email());
    return email.isEmpty() ? null : email;
  }

  @Nullable String parentId() {
    return parent == null || parent.isEmpty() ? null : parent;
  }

  void check(Limits limits, int longest, List<FieldError> errors) {
    Checks.text("text", strippedText(), longest, errors);
    Checks.name("author.name", name(), limits.name(), errors);
    Checks.email("author.email", email(), limits.email(), errors);
    String replied = parentId();
    if (replied != null && !CommentId.wellFormed(replied)) {
      errors.add(new FieldError("parent", "length " + replied.length(), "a comment's id"));
    }
  }
}

package io.rejoinder.review.site;

import java.util.Map;
import java.util.Optional;

/** The types of problems that this service answers with, and what they mean. Slugs are kept. */
final class ProblemTypes {

  private static final Map<String, Type> BY_SLUG =
      Map.ofEntries(
          type(
              "sign-in-required",
              "Sign in first",
              "This is for administrators. Sign in, then try again."),
          type(
              "administrators-only",
              "For administrators only",
              "Your account may not do this. An administrator may."),
          type(
              "form-expired",
              "This form is too old",
              "The page was open for too long, or the request did not come from it. Go back, load"
                  + " the page again and send it once more."),
          type("not-found", "Not found", "There is nothing at this address."),
          type(
              "unknown-review",
              "No such review",
              "No review has this id. It may not have been published, or its address is wrong."),
          type(
              "invalid-review",
              "The review is not complete",
              "Some fields are missing or too long; each is named with its measure and the bound."),
          type(
              "invalid-request",
              "The request cannot be read",
              "The body is not JSON of the documented shape, or a value has the wrong form."),
          type(
              "too-large",
              "Too large",
              "What was sent is larger than this site takes. The bound is configured by"
                  + " its operator."),
          type(
              "unsupported-media-type",
              "Not this kind of content",
              "Send JSON to the API, and forms from the site's own pages."),
          type(
              "not-acceptable",
              "Not to be had in this form",
              "The address exists, but not as the kind of content that was asked for."),
          type(
              "method-not-allowed",
              "Not allowed here",
              "The address exists, but not for this method."),
          type(
              "import-running",
              "Another import is running",
              "One import runs at a time. Wait for it or stop it, then try again."),
          type(
              "not-confirmed",
              "Not confirmed",
              "The message broker did not confirm in time. The change may or may not have been"
                  + " kept; sending the same again is safe."),
          type(
              "store-away",
              "The store does not answer",
              "Reviews cannot be read right now. Nothing is lost; try again in a moment."),
          type(
              "internal-error",
              "Something went wrong",
              "The error is in the log of the site. Try again; if it stays, tell its operator."));

  private ProblemTypes() {}

  static Optional<Type> of(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }

  private static Map.Entry<String, Type> type(String slug, String title, String detail) {
    return Map.entry(slug, new Type(slug, title, detail));
  }

  /**
   * A type.
   *
   * @param title a few words
   * @param detail what it means and what to do
   */
  record Type(String slug, String title, String detail) {}
}

package io.rejoinder.local.launch;

import io.rejoinder.comment.CommentServiceApplication;
import io.rejoinder.moderation.ModerationServiceApplication;
import io.rejoinder.review.ReviewServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The application of each service: the same that its own {@code main} runs. */
final class Programs {

  private Programs() {}

  static SpringApplicationBuilder of(Part part) {
    return switch (part) {
      case REVIEW -> ReviewServiceApplication.builder();
      case COMMENT -> CommentServiceApplication.builder();
      case MODERATION -> ModerationServiceApplication.builder();
      default -> throw new IllegalArgumentException(part + " is not a service");
    };
  }
}

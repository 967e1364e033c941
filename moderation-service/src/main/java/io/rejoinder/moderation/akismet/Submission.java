package io.rejoinder.moderation.akismet;

/**
 * A comment of somebody else's site, as far as it is looked at.
 *
 * @param page where it was posted: the permanent address, or the site's where there is none
 * @param userIp the network address that it came from, as text
 * @param name its author's, at most 80 code points; may be empty
 * @param email its author's; may be empty
 * @param address of the author's own site; may be empty
 * @param content the text; may be empty
 * @param role what its author is to the site, such as {@code administrator}; may be empty
 * @param honeypot whether a field was filled that no person sees
 * @param test whether it is no comment, and the endpoint is only tried
 * @param again whether it was checked before
 */
record Submission(
    String page,
    String userIp,
    String name,
    String email,
    String address,
    String content,
    String role,
    boolean honeypot,
    boolean test,
    boolean again) {

  /** Code points; WordPress takes 65,525 bytes, and hardly anybody writes 10,000. */
  private static final int LONGEST = 20_000;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PAGE = 2_000;

  /** As an e-mail address can be (RFC 5321). */
  private static final int LONGEST_EMAIL = 254;

  /** The field that clients add, where they do not say another. */
  private static final String HONEYPOT = "hidden_honeypot_field";

  /**
   * What a form says.
   *
   * @throws Refused where something is missing that has to be there, or the text is too long
   */
  static Submission of(Form form) {
    for (String required : new String[] {"blog", "user_ip"}) {
      if (!form.has(required)) {
        throw Refused.missing(required);
      }
    }
    String content = form.value("comment_content");
    int length = content.codePointCount(0, content.length());
    if (length > LONGEST) {
      throw Refused.tooLong("comment_content", length, LONGEST);
    }
    return new Submission(
        form.beginning(form.has("permalink") ? "permalink" : "blog", LONGEST_PAGE),
        form.value("user_ip"),
        form.beginning("comment_author", LONGEST_NAME),
        form.beginning("comment_author_email", LONGEST_EMAIL),
        form.beginning("comment_author_url", LONGEST_PAGE),
        content,
        form.value("user_role"),
        form.has(HONEYPOT)
            || (form.has("honeypot_field_name") && form.has(form.value("honeypot_field_name"))),
        form.says("is_test"),
        form.has("recheck_reason"));
  }

  /** Whether it was posted just now, so that it counts as traffic. */
  boolean fresh() {
    return !test && !again;
  }

  /** What clients send to see a yes, whatever is screened here. */
  boolean asksForYes() {
    return name.equals("akismet-guaranteed-spam")
        || name.equals("viagra-test-123")
        || email.equals("akismet-guaranteed-spam@example.com");
  }

  /** Whose comments nobody screens: the site knows who that is. */
  boolean isOfTheSite() {
    return role.equals("administrator");
  }

  /** Neither texts nor addresses. */
  @Override
  public String toString() {
    return "Submission";
  }
}

package io.rejoinder.system.drill;

/** What happens to a comment in its life, one step after the other. */
enum Step {
  /** Its author posts it. */
  POST,
  /** Its author, impatient, sends the same post again. */
  POST_AGAIN,
  /** Its author edits it; the new text is fine. */
  EDIT,
  /** Its author edits it; the new text must wait for a moderator. */
  EDIT_DOUBTFULLY,
  /** Its author edits a revision that is not there: to be refused. */
  EDIT_OUTDATED,
  /** Its author takes it back. */
  WITHDRAW,
  /** A moderator approves the newest revision, which is held. */
  APPROVE,
  /** A moderator rejects the newest revision, which is held. */
  REJECT,
  /** A moderator takes the newest decision back. */
  UNDO,
  /** Two moderators decide at the same time, one so and one so: only one may count. */
  DUEL,
  /** A moderator approves while the author edits: whatever comes first, the edit stands. */
  EDIT_WHILE_APPROVED,
  /** A moderator approves while the author withdraws: whatever comes first, it is gone. */
  WITHDRAW_WHILE_APPROVED
}

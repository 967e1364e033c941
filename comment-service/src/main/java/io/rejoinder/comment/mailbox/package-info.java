/** What the owner of an e-mail address can have by a link that is sent there: their data. */
@NullMarked
package io.rejoinder.comment.mailbox;

import org.jspecify.annotations.NullMarked;

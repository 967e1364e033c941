/** E-mail that this installation sends: over one SMTP server, or none at all. */
@NullMarked
package io.rejoinder.comment.mail;

import org.jspecify.annotations.NullMarked;

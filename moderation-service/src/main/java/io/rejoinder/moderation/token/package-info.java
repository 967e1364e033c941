/** The tokens that programs come with: made and taken back by administrators, kept as hashes. */
@NullMarked
package io.rejoinder.moderation.token;

import org.jspecify.annotations.NullMarked;

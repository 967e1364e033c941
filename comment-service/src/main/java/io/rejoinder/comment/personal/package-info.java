/** What the installation keeps of a reader: to be taken along, and to be erased. */
@NullMarked
package io.rejoinder.comment.personal;

import org.jspecify.annotations.NullMarked;

/** The data folder: what lies in it, its format, and who holds it. */
@NullMarked
package io.rejoinder.local.data;

import org.jspecify.annotations.NullMarked;

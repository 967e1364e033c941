/** The accounts of those who work here. */
@NullMarked
package io.rejoinder.events.account;

import org.jspecify.annotations.NullMarked;

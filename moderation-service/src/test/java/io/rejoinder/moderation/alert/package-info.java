@NullMarked
package io.rejoinder.moderation.alert;

import org.jspecify.annotations.NullMarked;

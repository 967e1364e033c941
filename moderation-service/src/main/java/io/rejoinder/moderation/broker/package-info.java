/** The broker: its address and credentials, the topics, and the producer of the HTTP edge. */
@NullMarked
package io.rejoinder.moderation.broker;

import org.jspecify.annotations.NullMarked;

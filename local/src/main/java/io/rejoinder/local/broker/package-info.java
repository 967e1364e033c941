/** The real Kafka broker, run inside this JVM on the data folder. */
@NullMarked
package io.rejoinder.local.broker;

import org.jspecify.annotations.NullMarked;

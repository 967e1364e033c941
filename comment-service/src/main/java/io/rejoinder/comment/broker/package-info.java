/**
 * The broker as this service uses it: its topics, one producer whose ack is awaited, its health.
 */
@NullMarked
package io.rejoinder.comment.broker;

import org.jspecify.annotations.NullMarked;

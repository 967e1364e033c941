/**
 * How a service follows a topic: whole and in memory ({@link io.rejoinder.projection.WholeTopic}),
 * or in a group with its positions in its own store ({@link
 * io.rejoinder.projection.ProjectedTopic}).
 */
@NullMarked
package io.rejoinder.projection;

import org.jspecify.annotations.NullMarked;

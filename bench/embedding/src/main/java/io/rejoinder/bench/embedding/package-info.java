/** Has a neural model of language read what is distilled from it; no part of the build. */
package io.rejoinder.bench.embedding;

package io.rejoinder.bench.learning;

/** What was said of one kind of comments before and after the decisions. */
record Row(String kind, Shares before, Shares after) {}

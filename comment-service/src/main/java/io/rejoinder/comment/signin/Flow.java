package io.rejoinder.comment.signin;

import org.jspecify.annotations.Nullable;

/**
 * One sign-in, from the page and back to it.
 *
 * @param id random: nonce and verifier are made of it
 * @param provider the provider's id
 * @param site the site's id
 * @param origin of the page, which alone is told
 * @param mark what the page knows its own sign-in by
 * @param back the page's address where it was left for this; null where a window was opened
 */
record Flow(
    String id, String provider, String site, String origin, String mark, @Nullable String back) {}

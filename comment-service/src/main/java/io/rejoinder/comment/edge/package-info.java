/** What every answer shares: problem documents, security headers, CORS, the static parts. */
@NullMarked
package io.rejoinder.comment.edge;

import org.jspecify.annotations.NullMarked;

/** Who is asking, and from where: tokens, sessions, origins, security headers. */
@NullMarked
package io.flavortrend.webapi.access;

import org.jspecify.annotations.NullMarked;

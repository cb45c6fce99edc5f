/** Signing in: passwords, one-time links, sessions. */
@NullMarked
package io.flavortrend.webapi.auth;

import org.jspecify.annotations.NullMarked;

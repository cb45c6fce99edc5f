/** Errors as RFC 9457 problem+json. */
@NullMarked
package io.flavortrend.webapi.problems;

import org.jspecify.annotations.NullMarked;

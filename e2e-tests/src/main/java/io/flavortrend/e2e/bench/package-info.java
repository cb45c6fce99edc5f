/** Measurements of a running stack: {@code ./flavor bench}. */
@NullMarked
package io.flavortrend.e2e.bench;

import org.jspecify.annotations.NullMarked;

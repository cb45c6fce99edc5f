/** Keeps components running: start in order, restart with back-off, stop cleanly. */
@NullMarked
package io.flavortrend.stack.supervise;

import org.jspecify.annotations.NullMarked;

/** Recorded deliveries replayed, and compared with a recompute that shares no code. */
@NullMarked
package io.flavortrend.e2e.replay;

import org.jspecify.annotations.NullMarked;

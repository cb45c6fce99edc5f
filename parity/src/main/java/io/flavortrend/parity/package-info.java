/** Offline recompute of predictions' vectors and of features, held against what was published. */
@NullMarked
package io.flavortrend.parity;

import org.jspecify.annotations.NullMarked;

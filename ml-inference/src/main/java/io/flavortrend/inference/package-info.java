/** How a delivery time is predicted from a vector: by the baseline, or by a model over it. */
@NullMarked
package io.flavortrend.inference;

import org.jspecify.annotations.NullMarked;

/** Features of a restaurant. */
@NullMarked
package io.flavortrend.features.restaurant;

import org.jspecify.annotations.NullMarked;

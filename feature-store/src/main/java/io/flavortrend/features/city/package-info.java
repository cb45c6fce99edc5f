/** Features of a city. */
@NullMarked
package io.flavortrend.features.city;

import org.jspecify.annotations.NullMarked;

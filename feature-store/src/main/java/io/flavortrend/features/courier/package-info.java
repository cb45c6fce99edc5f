/** Features of a courier. */
@NullMarked
package io.flavortrend.features.courier;

import org.jspecify.annotations.NullMarked;

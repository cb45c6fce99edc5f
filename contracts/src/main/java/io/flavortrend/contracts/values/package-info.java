/** Values of the platform's own topics. */
@NullMarked
package io.flavortrend.contracts.values;

import org.jspecify.annotations.NullMarked;

/** Orders as they stand now. */
@NullMarked
package io.flavortrend.webapi.orders;

import org.jspecify.annotations.NullMarked;

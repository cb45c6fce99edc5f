/** What restaurants are like now. */
@NullMarked
package io.flavortrend.webapi.restaurants;

import org.jspecify.annotations.NullMarked;

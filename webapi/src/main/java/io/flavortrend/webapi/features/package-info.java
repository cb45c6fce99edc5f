/** The newest features of restaurants, couriers and cities, and how fresh they are. */
@NullMarked
package io.flavortrend.webapi.features;

import org.jspecify.annotations.NullMarked;

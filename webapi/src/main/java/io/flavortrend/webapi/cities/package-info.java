/** The cities, and which of them a user may see. */
@NullMarked
package io.flavortrend.webapi.cities;

import org.jspecify.annotations.NullMarked;

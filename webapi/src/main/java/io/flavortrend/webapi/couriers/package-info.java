/** What couriers are like now. */
@NullMarked
package io.flavortrend.webapi.couriers;

import org.jspecify.annotations.NullMarked;

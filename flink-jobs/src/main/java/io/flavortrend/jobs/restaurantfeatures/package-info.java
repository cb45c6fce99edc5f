/** The job restaurant-features: what each restaurant is like now. */
@NullMarked
package io.flavortrend.jobs.restaurantfeatures;

import org.jspecify.annotations.NullMarked;

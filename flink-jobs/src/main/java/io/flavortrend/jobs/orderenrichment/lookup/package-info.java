/** Asking the database for what is known of cities, restaurants and customers, without waiting. */
@NullMarked
package io.flavortrend.jobs.orderenrichment.lookup;

import org.jspecify.annotations.NullMarked;

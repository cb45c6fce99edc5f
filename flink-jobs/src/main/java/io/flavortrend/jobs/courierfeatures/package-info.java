/** The job courier-features: what each courier is like now. */
@NullMarked
package io.flavortrend.jobs.courierfeatures;

import org.jspecify.annotations.NullMarked;

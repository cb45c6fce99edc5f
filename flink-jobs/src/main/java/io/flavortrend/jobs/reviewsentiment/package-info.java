/** The job review-sentiment: how reviews sound, per restaurant and courier. */
@NullMarked
package io.flavortrend.jobs.reviewsentiment;

import org.jspecify.annotations.NullMarked;

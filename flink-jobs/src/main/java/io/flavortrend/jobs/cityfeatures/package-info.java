/** What each city is like now: a part of the job city-kpis, which shows its pressure by minute. */
@NullMarked
package io.flavortrend.jobs.cityfeatures;

import org.jspecify.annotations.NullMarked;

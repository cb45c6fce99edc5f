/** The job city-kpis: what happens in each city, minute by minute. */
@NullMarked
package io.flavortrend.jobs.citykpis;

import org.jspecify.annotations.NullMarked;

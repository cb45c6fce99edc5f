/**
 * What every job stands on: settings, environment, names of operators, generations, dead letters.
 */
@NullMarked
package io.flavortrend.jobs.frame;

import org.jspecify.annotations.NullMarked;

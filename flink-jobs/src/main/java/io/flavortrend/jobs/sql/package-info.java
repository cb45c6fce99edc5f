/** Flink SQL's own ways to a model: the function {@code ETA_PREDICT}, and {@code ML_PREDICT}. */
@NullMarked
package io.flavortrend.jobs.sql;

import org.jspecify.annotations.NullMarked;

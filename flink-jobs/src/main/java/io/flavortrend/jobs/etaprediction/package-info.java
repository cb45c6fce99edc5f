/**
 * The job eta-prediction: when each order will be delivered, told at each of its stages from what
 * was known at that time.
 */
@NullMarked
package io.flavortrend.jobs.etaprediction;

import org.jspecify.annotations.NullMarked;

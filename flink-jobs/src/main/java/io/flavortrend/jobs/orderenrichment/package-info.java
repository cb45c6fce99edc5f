/**
 * The job order-enrichment: each order with the weather at its time, and what is known around it.
 */
@NullMarked
package io.flavortrend.jobs.orderenrichment;

import org.jspecify.annotations.NullMarked;

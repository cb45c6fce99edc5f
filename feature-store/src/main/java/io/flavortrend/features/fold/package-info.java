/**
 * What the aggregators of all entities are made of. Pure: no Flink, no clock, no input or output.
 */
@NullMarked
package io.flavortrend.features.fold;

import org.jspecify.annotations.NullMarked;

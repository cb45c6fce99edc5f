/**
 * Orders and their causes, as a deterministic simulation by events; knows no database and no clock.
 */
@NullMarked
package io.flavortrend.generator.simulation;

import org.jspecify.annotations.NullMarked;

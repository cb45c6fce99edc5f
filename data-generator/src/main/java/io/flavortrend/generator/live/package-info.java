/** Runs the simulation against the wall clock. */
@NullMarked
package io.flavortrend.generator.live;

import org.jspecify.annotations.NullMarked;

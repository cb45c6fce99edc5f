/** The simulated food delivery application: starts, settings, and what it is made of. */
@NullMarked
package io.flavortrend.generator;

import org.jspecify.annotations.NullMarked;

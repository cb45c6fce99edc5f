/**
 * What can be learnt of the simulation by itself: its irreducible error, its marginals, its roads.
 */
@NullMarked
package io.flavortrend.generator.study;

import org.jspecify.annotations.NullMarked;

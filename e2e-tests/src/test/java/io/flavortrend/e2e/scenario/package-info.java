/** Scenarios from the command line, and what they do to a city. */
@NullMarked
package io.flavortrend.e2e.scenario;

import org.jspecify.annotations.NullMarked;

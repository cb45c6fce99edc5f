/** Days of simulated business written as a history of its own time: the log domain's generator. */
@NullMarked
package io.flavortrend.generator.history;

import org.jspecify.annotations.NullMarked;

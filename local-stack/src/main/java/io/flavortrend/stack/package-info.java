/** The {@code flavor} command: the whole platform on one machine, without Docker. */
@NullMarked
package io.flavortrend.stack;

import org.jspecify.annotations.NullMarked;

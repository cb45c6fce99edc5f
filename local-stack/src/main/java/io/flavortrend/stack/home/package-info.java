/** Where a stack keeps its data, secrets and state, and the one process that may run it. */
@NullMarked
package io.flavortrend.stack.home;

import org.jspecify.annotations.NullMarked;

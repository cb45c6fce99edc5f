/** How the command line talks to the running supervisor. */
@NullMarked
package io.flavortrend.stack.control;

import org.jspecify.annotations.NullMarked;

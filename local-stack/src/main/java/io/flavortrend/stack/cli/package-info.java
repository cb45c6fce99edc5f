/** The verbs of the command line. */
@NullMarked
package io.flavortrend.stack.cli;

import org.jspecify.annotations.NullMarked;

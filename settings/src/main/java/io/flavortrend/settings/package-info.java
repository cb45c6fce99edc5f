/** Typed settings read from the environment, and secrets read from files. */
@NullMarked
package io.flavortrend.settings;

import org.jspecify.annotations.NullMarked;

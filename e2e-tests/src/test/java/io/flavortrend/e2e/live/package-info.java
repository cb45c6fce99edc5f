/** Acceptance, browser, bad input and recovery on one shared live stack. */
@NullMarked
package io.flavortrend.e2e.live;

import org.jspecify.annotations.NullMarked;

/** The present of the stack's time domain. */
@NullMarked
package io.flavortrend.webapi.time;

import org.jspecify.annotations.NullMarked;

/** Bearer tokens: what is in them, how they are signed and checked. */
@NullMarked
package io.flavortrend.access;

import org.jspecify.annotations.NullMarked;

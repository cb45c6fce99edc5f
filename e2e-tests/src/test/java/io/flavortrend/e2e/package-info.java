/** Tests of the whole platform from outside. */
@NullMarked
package io.flavortrend.e2e;

import org.jspecify.annotations.NullMarked;

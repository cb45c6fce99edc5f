/** Java and Python predict the same: each is held to what the other has written down. */
@NullMarked
package io.flavortrend.inference.agreement;

import org.jspecify.annotations.NullMarked;

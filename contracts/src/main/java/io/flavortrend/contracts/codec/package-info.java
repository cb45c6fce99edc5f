/** JSON to records and back, refusing what breaks its contract. */
@NullMarked
package io.flavortrend.contracts.codec;

import org.jspecify.annotations.NullMarked;

/** Reference data, made from its ids alone: the same in every database. */
@NullMarked
package io.flavortrend.initdb.reference;

import org.jspecify.annotations.NullMarked;

/**
 * What Debezium captures: the change envelope, one record per captured table, and the progress
 * beats in between.
 */
@NullMarked
package io.flavortrend.contracts.cdc;

import org.jspecify.annotations.NullMarked;

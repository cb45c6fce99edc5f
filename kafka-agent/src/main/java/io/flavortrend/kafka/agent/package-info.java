/**
 * Mends two places in Kafka where a transaction is noted as committed without being whole: in a
 * broker that comes back after it was killed, and in a producer that commits right behind a record.
 */
@NullMarked
package io.flavortrend.kafka.agent;

import org.jspecify.annotations.NullMarked;

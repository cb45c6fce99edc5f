/**
 * Keeps a Kafka broker from dropping the markers of prepared transactions while their partitions
 * have no leader, as they have none for a moment when a killed broker comes back.
 */
@NullMarked
package io.flavortrend.kafka.agent;

import org.jspecify.annotations.NullMarked;

/** Change data capture: what runs inside Kafka Connect, and what brings the connectors to it. */
@NullMarked
package io.flavortrend.debezium;

import org.jspecify.annotations.NullMarked;

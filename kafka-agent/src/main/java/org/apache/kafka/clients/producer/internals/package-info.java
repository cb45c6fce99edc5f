/** What the agent adds to Kafka's producer. */
@NullMarked
package org.apache.kafka.clients.producer.internals;

import org.jspecify.annotations.NullMarked;

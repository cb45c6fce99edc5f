/**
 * What a WebSocket channel holds: its current state, its recent events, and where they stand in
 * Kafka.
 */
@NullMarked
package io.flavortrend.notifier.channels;

import org.jspecify.annotations.NullMarked;

/** Reads Kafka and keeps the channels up to date, on one thread. */
@NullMarked
package io.flavortrend.notifier.feed;

import org.jspecify.annotations.NullMarked;

/** How long events take on their way to the WebSocket. */
@NullMarked
package io.flavortrend.notifier.latency;

import org.jspecify.annotations.NullMarked;

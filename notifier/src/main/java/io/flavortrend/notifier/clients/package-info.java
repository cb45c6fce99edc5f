/** The WebSocket's clients: what each asked for, and what still has to be sent to it. */
@NullMarked
package io.flavortrend.notifier.clients;

import org.jspecify.annotations.NullMarked;

/** Who may open the WebSocket and ask for figures. */
@NullMarked
package io.flavortrend.notifier.access;

import org.jspecify.annotations.NullMarked;

/**
 * A client of a stack from outside: the command line, REST, WebSocket, SQL and Kafka, as a user's
 * own programs would reach them.
 */
@NullMarked
package io.flavortrend.e2e.stack;

import org.jspecify.annotations.NullMarked;

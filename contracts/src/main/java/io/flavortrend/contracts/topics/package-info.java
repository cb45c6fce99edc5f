/** The catalogue of Kafka topics as code, and the idempotent step that applies it. */
@NullMarked
package io.flavortrend.contracts.topics;

import org.jspecify.annotations.NullMarked;

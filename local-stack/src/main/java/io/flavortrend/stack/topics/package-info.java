/** Reading Kafka's topics for a person. */
@NullMarked
package io.flavortrend.stack.topics;

import org.jspecify.annotations.NullMarked;

/** Feeds recorded deliveries from a CSV file through PostgreSQL, as the application would have. */
@NullMarked
package io.flavortrend.generator.replay;

import org.jspecify.annotations.NullMarked;

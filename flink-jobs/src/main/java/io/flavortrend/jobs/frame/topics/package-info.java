/** Writing records to the platform's own topics. */
@NullMarked
package io.flavortrend.jobs.frame.topics;

import org.jspecify.annotations.NullMarked;

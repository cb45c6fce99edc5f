/** Keeps Flink's jobs running, each from its newest checkpoint. */
@NullMarked
package io.flavortrend.stack.jobs;

import org.jspecify.annotations.NullMarked;

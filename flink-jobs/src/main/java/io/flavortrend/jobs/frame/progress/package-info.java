/** Progress markers: how far a topic of ours is complete, written between its values and read. */
@NullMarked
package io.flavortrend.jobs.frame.progress;

import org.jspecify.annotations.NullMarked;

/** Feature topics: folding events into versions, progress markers, and reading both back. */
@NullMarked
package io.flavortrend.jobs.frame.features;

import org.jspecify.annotations.NullMarked;

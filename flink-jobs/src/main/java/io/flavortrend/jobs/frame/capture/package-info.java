/** Reading captured topics: decoding, watermarks from progress beats, admission by lateness. */
@NullMarked
package io.flavortrend.jobs.frame.capture;

import org.jspecify.annotations.NullMarked;

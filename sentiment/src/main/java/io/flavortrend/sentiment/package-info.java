/** How a review sounds: a score, a label, and the words that carried it. */
@NullMarked
package io.flavortrend.sentiment;

import org.jspecify.annotations.NullMarked;

/** How far what a model is asked has moved from what it was trained on. */
@NullMarked
package io.flavortrend.inference.drift;

import org.jspecify.annotations.NullMarked;

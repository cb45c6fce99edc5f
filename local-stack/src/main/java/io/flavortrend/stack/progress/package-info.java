/** How far the jobs have come with what was committed. */
@NullMarked
package io.flavortrend.stack.progress;

import org.jspecify.annotations.NullMarked;

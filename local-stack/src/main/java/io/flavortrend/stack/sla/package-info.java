/** The limits of the job static-sla, as people set them. */
@NullMarked
package io.flavortrend.stack.sla;

import org.jspecify.annotations.NullMarked;

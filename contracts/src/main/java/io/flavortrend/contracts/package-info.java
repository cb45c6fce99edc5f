/** What the parts of the platform say to each other. */
@NullMarked
package io.flavortrend.contracts;

import org.jspecify.annotations.NullMarked;

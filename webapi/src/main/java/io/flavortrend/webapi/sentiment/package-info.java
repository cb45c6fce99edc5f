/** How reviews sound. */
@NullMarked
package io.flavortrend.webapi.sentiment;

import org.jspecify.annotations.NullMarked;

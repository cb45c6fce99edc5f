/** Whether the process lives and whether it can serve. */
@NullMarked
package io.flavortrend.webapi.health;

import org.jspecify.annotations.NullMarked;

/** Whether the process lives and whether it can serve. */
@NullMarked
package io.flavortrend.notifier.health;

import org.jspecify.annotations.NullMarked;

/** notifier: wiring and settings of the process. */
@NullMarked
package io.flavortrend.notifier;

import org.jspecify.annotations.NullMarked;

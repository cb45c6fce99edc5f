/** What the platform is made of: how each part is configured, started and asked for its health. */
@NullMarked
package io.flavortrend.stack.component;

import org.jspecify.annotations.NullMarked;

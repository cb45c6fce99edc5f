/** What keeps a stack from starting, and what the user is told. */
@NullMarked
package io.flavortrend.e2e.start;

import org.jspecify.annotations.NullMarked;

/** Reads and writes PostgreSQL as the application's role would. */
@NullMarked
package io.flavortrend.generator.store;

import org.jspecify.annotations.NullMarked;

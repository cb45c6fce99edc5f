/** The database as its read-only role sees it. */
@NullMarked
package io.flavortrend.stack.database;

import org.jspecify.annotations.NullMarked;

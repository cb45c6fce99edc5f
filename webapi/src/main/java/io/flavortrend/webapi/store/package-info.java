/** The connection to PostgreSQL. */
@NullMarked
package io.flavortrend.webapi.store;

import org.jspecify.annotations.NullMarked;

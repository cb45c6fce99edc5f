/** Writing rows to PostgreSQL so that an older version never replaces a newer one. */
@NullMarked
package io.flavortrend.jobs.frame.upsert;

import org.jspecify.annotations.NullMarked;

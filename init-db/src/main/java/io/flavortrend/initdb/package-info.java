/** Brings the database server to what the platform expects: roles, schema, rows. */
@NullMarked
package io.flavortrend.initdb;

import org.jspecify.annotations.NullMarked;

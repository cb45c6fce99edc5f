/** Limits that orders have broken. */
@NullMarked
package io.flavortrend.webapi.sla;

import org.jspecify.annotations.NullMarked;

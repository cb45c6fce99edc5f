/** Figures of cities by the minute and of today. */
@NullMarked
package io.flavortrend.webapi.kpis;

import org.jspecify.annotations.NullMarked;

/** webapi: wiring and settings of the process. */
@NullMarked
package io.flavortrend.webapi;

import org.jspecify.annotations.NullMarked;

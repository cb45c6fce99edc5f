/** The control API: status, start, stop and rate over HTTP. */
@NullMarked
package io.flavortrend.generator.control;

import org.jspecify.annotations.NullMarked;

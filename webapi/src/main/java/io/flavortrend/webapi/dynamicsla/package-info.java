/** Orders that are later than predicted, or predicted to miss their promise. */
@NullMarked
package io.flavortrend.webapi.dynamicsla;

import org.jspecify.annotations.NullMarked;

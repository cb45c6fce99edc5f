/** Why a model says what it says. */
@NullMarked
package io.flavortrend.webapi.explanation;

import org.jspecify.annotations.NullMarked;

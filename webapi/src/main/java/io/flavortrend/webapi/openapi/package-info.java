/** The API's own description. */
@NullMarked
package io.flavortrend.webapi.openapi;

import org.jspecify.annotations.NullMarked;

/** The audit log of what people do. */
@NullMarked
package io.flavortrend.webapi.audit;

import org.jspecify.annotations.NullMarked;

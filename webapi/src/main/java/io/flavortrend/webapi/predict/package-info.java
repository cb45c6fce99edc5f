/** When would an order be delivered: the same answer as the job's, for an order that is not. */
@NullMarked
package io.flavortrend.webapi.predict;

import org.jspecify.annotations.NullMarked;

/** The job static-sla: which orders have exceeded which limit, the moment the limit passes. */
@NullMarked
package io.flavortrend.jobs.staticsla;

import org.jspecify.annotations.NullMarked;

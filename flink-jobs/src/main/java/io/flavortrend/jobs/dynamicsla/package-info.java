/** The job dynamic-sla: what became of predictions, and which orders they warn of. */
@NullMarked
package io.flavortrend.jobs.dynamicsla;

import org.jspecify.annotations.NullMarked;

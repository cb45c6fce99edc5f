/** How the pipeline is: components, jobs, connectors, lag, latency. */
@NullMarked
package io.flavortrend.webapi.pipeline;

import org.jspecify.annotations.NullMarked;

/** The point-in-time join: each question with the version that held at its time. */
@NullMarked
package io.flavortrend.jobs.frame.join;

import org.jspecify.annotations.NullMarked;

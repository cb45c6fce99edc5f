/** Which models answer: announced, loaded in the background, and found by a prediction's time. */
@NullMarked
package io.flavortrend.jobs.etaprediction.model;

import org.jspecify.annotations.NullMarked;

/** LightGBM for one row at a time: its text models checked, its native memory owned. */
@NullMarked
package io.flavortrend.inference.lightgbm;

import org.jspecify.annotations.NullMarked;

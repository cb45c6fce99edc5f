/** The vector that a delivery time is predicted from: its elements, and how it is filled. */
@NullMarked
package io.flavortrend.features.vector;

import org.jspecify.annotations.NullMarked;

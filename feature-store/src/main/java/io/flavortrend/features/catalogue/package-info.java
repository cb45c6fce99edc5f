/** The features, declared once: names, units, freshness, owners, and the dictionary of them. */
@NullMarked
package io.flavortrend.features.catalogue;

import org.jspecify.annotations.NullMarked;

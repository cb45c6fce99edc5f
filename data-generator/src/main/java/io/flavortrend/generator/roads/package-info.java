/** The streets of a made-up city: laid out from seed and city, shortest ways, GeoJSON. */
@NullMarked
package io.flavortrend.generator.roads;

import org.jspecify.annotations.NullMarked;

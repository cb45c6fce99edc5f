/** What exists before the first order: cities, restaurants, menus, couriers, customers. */
@NullMarked
package io.flavortrend.generator.world;

import org.jspecify.annotations.NullMarked;

/** Models: which versions there are, who plays which role, and how that is announced. */
@NullMarked
package io.flavortrend.webapi.models;

import org.jspecify.annotations.NullMarked;

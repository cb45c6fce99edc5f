/** How well models predict, against what training promised, and whether the world has moved. */
@NullMarked
package io.flavortrend.webapi.modelhealth;

import org.jspecify.annotations.NullMarked;

/** Long lists, page by page. */
@NullMarked
package io.flavortrend.webapi.paging;

import org.jspecify.annotations.NullMarked;

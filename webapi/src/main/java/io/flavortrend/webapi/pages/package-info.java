/** The dashboard's pages and what they have to know before signing in. */
@NullMarked
package io.flavortrend.webapi.pages;

import org.jspecify.annotations.NullMarked;

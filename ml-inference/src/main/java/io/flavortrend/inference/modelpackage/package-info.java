/** A trained model as it travels: files, signature, metrics, checksums; and how one is refused. */
@NullMarked
package io.flavortrend.inference.modelpackage;

import org.jspecify.annotations.NullMarked;

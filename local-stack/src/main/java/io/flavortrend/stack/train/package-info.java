/** Training a model with ml-training's Python, and handing it to the running platform. */
@NullMarked
package io.flavortrend.stack.train;

import org.jspecify.annotations.NullMarked;

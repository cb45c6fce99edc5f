/** Model packages for tests, sound and broken; other modules' tests use them too. */
package io.flavortrend.inference.testing;

package io.flavortrend.initdb.reference;

import java.util.Random;

/**
 * A random source that follows from what is made and its id: independent of order and of others.
 */
enum Seeds {
  RESTAURANT,
  COURIER,
  CUSTOMER;

  Random of(long id) {
    return new Random(mixed(id * 31 + ordinal()));
  }

  /** SplitMix64's finaliser: neighbouring ids get unrelated seeds. */
  private static long mixed(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}

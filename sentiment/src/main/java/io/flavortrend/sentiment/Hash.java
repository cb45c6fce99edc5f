package io.flavortrend.sentiment;

/**
 * 64-bit hashes by which words are compared: with some ten thousand terms an unknown word is taken
 * for one of them once in 10^15, and no text is copied.
 */
final class Hash {
  /** Offset and prime of FNV-1a (Fowler, Noll, Vo). */
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private Hash() {}

  static long plus(long hash, int character) {
    return (hash ^ character) * PRIME;
  }

  /** Of a phrase that goes on with one more word. */
  static long phrase(long words, long nextWord) {
    return Long.rotateLeft(words * SPREAD, 23) ^ nextWord;
  }

  /** A place in a table whose size is a power of two. */
  static int place(long hash, int mask) {
    return (int) ((hash * SPREAD) >>> 32) & mask;
  }
}

package io.flavortrend.sentiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terms by the hash of their words. Immutable. */
final class Lexicon {
  /** A lexicon that knows nothing. */
  static final Lexicon EMPTY = new Lexicon(Map.of());

  private final long[] hashes;
  private final @Nullable Term[] terms;
  private final int mask;

  Lexicon(Map<Long, Term> content) {
    // A quarter full at most: most words of a text are unknown, and end at an empty place at once.
    int size = Integer.highestOneBit(Math.max(1, content.size())) * 8;
    hashes = new long[size];
    terms = new Term[size];
    mask = size - 1;
    content.forEach(this::put);
  }

  private void put(long hash, Term term) {
    int place = Hash.place(hash, mask);
    while (terms[place] != null) {
      place = (place + 1) & mask;
    }
    hashes[place] = hash;
    terms[place] = term;
  }

  /** The term with this hash; null where there is none. */
  @Nullable Term find(long hash) {
    int place = Hash.place(hash, mask);
    Term term = terms[place];
    while (term != null) {
      if (hashes[place] == hash) {
        return term;
      }
      place = (place + 1) & mask;
      term = terms[place];
    }
    return null;
  }
}

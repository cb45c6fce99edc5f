package io.flavortrend.sentiment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in pieces: words, emoji and what parts clauses from each other. Made in one pass without
 * copying a character; not thread-safe, used once.
 */
final class Tokens {
  /** A word, known to the lexicon or not. */
  static final byte WORD = 0;

  /** An emoji or emoticon that the lexicon knows. */
  static final byte SYMBOL = 1;

  /** Parts clauses. */
  static final byte COMMA = 2;

  /** Parts sentences. */
  static final byte STOP = 3;

  /** An exclamation mark. */
  static final byte EXCLAMATION = 4;

  private static final int SHOUT_LETTERS = 3;
  private static final String ELIDED = "ldjmtsnc";
  private static final String EYES = ":;=<";
  private static final int LONGEST_EMOTICON = 4;

  private final Lexicon lexicon;
  private final String text;
  private int capacity;
  private byte[] kinds;
  private long[] hashes;
  private @Nullable Term[] terms;
  private boolean[] loud;
  private int size;
  private int words;
  private int shouted;
  private int english;
  private int french;

  Tokens(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
    capacity = text.length() / 4 + 8;
    kinds = new byte[capacity];
    hashes = new long[capacity];
    terms = new Term[capacity];
    loud = new boolean[capacity];
    int at = 0;
    while (at < text.length()) {
      at = Letters.fold(text.charAt(at)) > Letters.NOTHING ? word(at) : mark(at);
    }
  }

  int size() {
    return size;
  }

  byte kind(int token) {
    return kinds[token];
  }

  long hash(int token) {
    return hashes[token];
  }

  /** What the lexicon knows of the token; null where it knows nothing. */
  @Nullable Term term(int token) {
    return terms[token];
  }

  /** True for a word in capitals among others that are not, and for one that is drawn ouuuut. */
  boolean isLoud(int token) {
    return loud[token];
  }

  /** The language that most words tell of; English where they tell nothing. */
  Language language() {
    return french > english ? Language.FRENCH : Language.ENGLISH;
  }

  /** True where capitals are the writer's habit and mean nothing. */
  boolean isAllShouted() {
    return shouted * 2 > words;
  }

  /** Reads the word that begins here; returns where it ends. */
  private int word(int start) {
    long hash = Hash.START;
    long shortened = Hash.START;
    long beforeDouble = Hash.START;
    char last = 0;
    int run = 0;
    int letters = 0;
    int capitals = 0;
    boolean drawnOut = false;
    boolean number = Character.isDigit(text.charAt(start));
    int at = start;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      char folded = Letters.fold(c);
      if (folded == 0) {
        if (Letters.isApostrophe(c)) {
          if (isElided(start, at)) {
            add(WORD, Hash.plus(hash, '\''), Hash.plus(hash, '\''), false);
            return at + 1;
          }
          continue;
        }
        if (number && (c == '/' || c == '.') && isDigit(at + 1)) {
          folded = c;
        } else {
          break;
        }
      } else if (folded == Letters.NOTHING) {
        continue;
      }
      run = folded == last && !number ? run + 1 : 1;
      last = folded;
      letters++;
      capitals += c != folded && Character.isUpperCase(c) ? 1 : 0;
      if (run > 2) {
        drawnOut = true;
        shortened = beforeDouble;
        continue;
      }
      beforeDouble = shortened;
      hash = Hash.plus(hash, folded);
      shortened = Hash.plus(shortened, folded);
    }
    boolean shouts = letters >= SHOUT_LETTERS && capitals == letters;
    words++;
    shouted += shouts ? 1 : 0;
    add(WORD, hash, drawnOut ? shortened : hash, shouts || drawnOut);
    return at;
  }

  /** Of "l'accueil", "qu'il": the part before the apostrophe is a word of its own. */
  private boolean isElided(int start, int apostrophe) {
    int length = apostrophe - start;
    char last = Letters.fold(text.charAt(apostrophe - 1));
    return length == 1
        ? ELIDED.indexOf(last) >= 0
        : last == 'u' && Letters.fold(text.charAt(apostrophe - 2)) == 'q';
  }

  private boolean isDigit(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  /** Reads what is no word; returns where it ends. */
  private int mark(int at) {
    char c = text.charAt(at);
    if (c == ' ' || c == Letters.NOTHING) {
      return at + 1;
    }
    if (EYES.indexOf(c) >= 0) {
      int end = emoticon(at);
      if (end > at) {
        return end;
      }
    }
    switch (c) {
      case '.', '?', '\n', ';', '\u061f', '\u2026' -> add(STOP);
      case '!' -> add(EXCLAMATION);
      case ',', ':', '(', ')', '\u060c' -> add(COMMA);
      default -> {
        if (c > 0xff) {
          return emoji(at);
        }
      }
    }
    return at + 1;
  }

  private int emoticon(int start) {
    long hash = Hash.START;
    int end = start;
    Term found = null;
    for (int at = start; at < Math.min(text.length(), start + LONGEST_EMOTICON); at++) {
      hash = Hash.plus(hash, text.charAt(at));
      Term term = at == start ? null : lexicon.find(Hash.plus(hash, ' '));
      boolean whole = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
      if (term != null && whole) {
        found = term;
        end = at + 1;
      }
    }
    if (found != null) {
      add(SYMBOL, found);
    }
    return end;
  }

  private int emoji(int at) {
    int codePoint = text.codePointAt(at);
    Term term = lexicon.find(Hash.plus(Hash.START, codePoint));
    if (term != null) {
      add(SYMBOL, term);
    }
    return at + Character.charCount(codePoint);
  }

  private void add(byte kind) {
    grow();
    kinds[size++] = kind;
  }

  private void add(byte kind, Term term) {
    grow();
    terms[size] = term;
    kinds[size++] = kind;
  }

  private void add(byte kind, long hash, long shortened, boolean isLoud) {
    grow();
    Term term = lexicon.find(hash);
    long known = hash;
    if (term == null && shortened != hash) {
      term = lexicon.find(shortened);
      known = shortened;
    }
    if (term != null && term.tells() != null) {
      if (term.tells() == Language.FRENCH) {
        french++;
      } else {
        english++;
      }
    }
    hashes[size] = known;
    terms[size] = term;
    loud[size] = isLoud;
    kinds[size++] = kind;
  }

  private void grow() {
    if (size == capacity) {
      capacity *= 2;
      kinds = Arrays.copyOf(kinds, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
      terms = Arrays.copyOf(terms, capacity);
      loud = Arrays.copyOf(loud, capacity);
    }
  }
}

package io.flavortrend.sentiment;

import java.text.Normalizer;

/**
 * Letters as the lexicon compares them: lower case, without accents, since reviewers leave them
 * out. What is no part of a word becomes 0.
 */
final class Letters {
  /** Marks that are written over or beside letters and do not end a word. */
  static final char NOTHING = 1;

  private static final int TABLE = 0x2000;
  private static final char[] FOLDED = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      FOLDED[c] = compute(c);
    }
  }

  private Letters() {}

  /** The letter or digit without case and accents; 0 for anything else. */
  static char fold(char c) {
    return c < TABLE ? FOLDED[c] : compute(c);
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`' || c == '\u00b4';
  }

  private static char compute(char c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return NOTHING;
    }
    if (!Character.isLetterOrDigit(c)) {
      return 0;
    }
    char lower = Character.toLowerCase(c);
    if (lower == '\u0153' || lower == '\u00e6') {
      // œ and æ: written oe and ae as often, and the first letter is enough to tell words apart.
      return lower == '\u0153' ? 'o' : 'a';
    }
    return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
  }
}

package io.flavortrend.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * A word, phrase, emoji or emoticon of the lexicon.
 *
 * @param written as a reader sees it
 * @param negated as a reader sees it turned around
 * @param english valence in English, -4 to 4; NaN where it has none
 * @param french valence in French, -4 to 4; NaN where it has none
 * @param effect what it does to the words around it
 * @param amount how loud a {@link Effect#BOOSTER} is, in valence
 * @param tells the language that a text speaks which holds this word; null where it tells nothing
 * @param longestPhrase words of the longest phrase that begins with this word; 0 where none does
 */
record Term(
    String written,
    String negated,
    float english,
    float french,
    Effect effect,
    float amount,
    @Nullable Language tells,
    int longestPhrase) {

  /** A word that only begins phrases, until more is known. */
  static final Term BLANK = new Term("", "", Float.NaN, Float.NaN, Effect.NONE, 0, null, 0);

  /**
   * The valence where this language is spoken; the other language's where it has none of its own.
   */
  float valence(Language language) {
    float own = language == Language.FRENCH ? french : english;
    return Float.isNaN(own) ? (language == Language.FRENCH ? english : french) : own;
  }

  /** True where the term weighs anything in either language. */
  boolean weighs() {
    return !Float.isNaN(english) || !Float.isNaN(french);
  }

  Term withValence(Language language, String writtenSo, float valence) {
    boolean isFrench = language == Language.FRENCH;
    return new Term(
        writtenSo,
        (isFrench ? "pas " : "not ") + writtenSo,
        isFrench ? english : valence,
        isFrench ? valence : french,
        effect,
        amount,
        tells,
        longestPhrase);
  }

  Term withEffect(Effect newEffect, float newAmount) {
    return new Term(written, negated, english, french, newEffect, newAmount, tells, longestPhrase);
  }

  Term telling(Language language) {
    return new Term(written, negated, english, french, effect, amount, language, longestPhrase);
  }

  Term beginningPhrase(int words) {
    return new Term(
        written, negated, english, french, effect, amount, tells, Math.max(longestPhrase, words));
  }
}

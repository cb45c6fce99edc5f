package io.flavortrend.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * One walk over a text's tokens: weighs each term by what stands around it and adds up. Rules and
 * amounts follow VADER (Hutto and Gilbert, 2014) and SO-CAL (Taboada and others, 2011) where no
 * other reason is given. Not thread-safe, used once.
 */
final class Reading {
  /** Words that a negator reaches. */
  private static final int NEGATOR_REACH = 5;

  /** What is left of praise that is turned around; SO-CAL shifts, VADER multiplies by this. */
  private static final float TURNED_PRAISE = -0.74f;

  /** "Not bad" is less than good. */
  private static final float TURNED_BLAME = -0.5f;

  private static final int BOOSTER_REACH = 3;
  private static final float LOUD = 0.73f;
  private static final float EXCLAMATION = 0.29f;
  private static final int MOST_EXCLAMATIONS = 4;
  private static final float BEFORE_CONTRAST = 0.5f;
  private static final float AFTER_CONTRAST = 1.5f;
  private static final float GRANTED = 0.5f;
  private static final float WISHED = 0.3f;

  /** People praise more freely than they blame (SO-CAL weighs blame by 1.5). */
  private static final float BLAME = 1.3f;

  /** A review's last sentence sums it up. */
  private static final float LAST_SENTENCE = 1.4f;

  /** VADER's: brings a sum of valences into -1 to 1. */
  private static final double FLATTENING = 15;

  private final Lexicon lexicon;
  private final Tokens tokens;
  private final @Nullable Term[] hits;
  private final float[] hitWeights;
  private final boolean[] hitTurned;
  private int hitCount;

  private Language language;
  private int negatedFor;
  private float boost;
  private int boostFor;
  private boolean granted;
  private boolean wished;
  private float weight = 1;
  private float beforeContrast;
  private float sum;
  private int exclamations;
  private boolean ended;
  private float total;
  private float lastSentence;

  Reading(Lexicon lexicon, Tokens tokens) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.language = tokens.language();
    hits = new Term[tokens.size()];
    hitWeights = new float[tokens.size()];
    hitTurned = new boolean[tokens.size()];
    int at = 0;
    while (at < tokens.size()) {
      at += step(at);
    }
    endSentence();
  }

  /** The score in [-1, 1]. */
  double score() {
    double balance = total + (LAST_SENTENCE - 1) * lastSentence;
    return balance / Math.sqrt(balance * balance + FLATTENING);
  }

  int hitCount() {
    return hitCount;
  }

  /** How a reader sees the hit. */
  String hitWord(int hit) {
    Term term = hits[hit];
    if (term == null) {
      throw new IndexOutOfBoundsException(hit);
    }
    return hitTurned[hit] ? term.negated() : term.written();
  }

  float hitWeight(int hit) {
    return hitWeights[hit];
  }

  /** Reads a token, and tells how many are done. */
  private int step(int at) {
    switch (tokens.kind(at)) {
      case Tokens.WORD -> {
        return word(at);
      }
      case Tokens.SYMBOL -> {
        Term term = tokens.term(at);
        if (term != null) {
          hit(term, term.valence(language), false);
        }
      }
      case Tokens.COMMA -> endClause();
      case Tokens.EXCLAMATION -> {
        exclamations++;
        ended = true;
      }
      default -> ended = true;
    }
    return 1;
  }

  private int word(int at) {
    if (ended) {
      endSentence();
    }
    Term term = tokens.term(at);
    int length = 1;
    if (term != null && term.longestPhrase() > 0) {
      long hash = tokens.hash(at);
      int end = Math.min(tokens.size(), at + term.longestPhrase());
      for (int i = at + 1; i < end && tokens.kind(i) == Tokens.WORD; i++) {
        hash = Hash.phrase(hash, tokens.hash(i));
        Term phrase = lexicon.find(hash);
        if (phrase != null) {
          term = phrase;
          length = i + 1 - at;
        }
      }
    }
    if (term != null) {
      known(at, length, term);
    }
    negatedFor = Math.max(0, negatedFor - length);
    boostFor = Math.max(0, boostFor - length);
    return length;
  }

  private void known(int at, int length, Term term) {
    if (term.tells() != null) {
      language = term.tells();
    }
    if (term.weighs() && (term.effect() == Effect.NONE || !weighsAfter(at + length))) {
      weigh(at, length, term);
    }
    switch (term.effect()) {
      case NEGATOR -> negatedFor = NEGATOR_REACH + length;
      case BOOSTER -> {
        boost = (boostFor > 0 ? boost : 0) + term.amount();
        boostFor = BOOSTER_REACH + length;
      }
      case CONTRAST -> {
        endClause();
        beforeContrast = (beforeContrast + sum) * BEFORE_CONTRAST;
        sum = 0;
        weight = AFTER_CONTRAST;
      }
      case CONCESSION -> granted = true;
      case WISH -> wished = true;
      case JOIN -> negatedFor = 0;
      default -> {
        // A word like any other.
      }
    }
  }

  private boolean weighsAfter(int at) {
    Term next = at < tokens.size() && tokens.kind(at) == Tokens.WORD ? tokens.term(at) : null;
    return next != null && next.weighs() && next.valence(language) != 0;
  }

  private void weigh(int at, int length, Term term) {
    float valence = term.valence(language);
    if (valence == 0) {
      if (length > 1) {
        // A phrase that takes the meaning from its words takes it from the negator, too.
        negatedFor = 0;
      }
      return;
    }
    float louder = boostFor > 0 ? boost : 0;
    if (tokens.isLoud(at) && !tokens.isAllShouted()) {
      louder += LOUD;
    }
    boostFor = 0;
    valence += valence > 0 ? Math.max(louder, -valence) : Math.min(-louder, -valence);
    // "No taste" after a negator says the same once more.
    Term first = tokens.term(at);
    boolean ownNegator = length > 1 && first != null && first.effect() == Effect.NEGATOR;
    boolean turned = negatedFor > 0 && !ownNegator;
    if (turned) {
      valence *= valence > 0 ? TURNED_PRAISE : TURNED_BLAME;
    }
    hit(term, valence, turned);
  }

  private void hit(Term term, float valence, boolean turned) {
    float weighted = valence > 0 ? valence : valence * BLAME;
    if (granted) {
      weighted *= GRANTED;
    }
    if (wished && weighted > 0) {
      weighted *= WISHED;
    }
    hits[hitCount] = term;
    hitWeights[hitCount] = weighted;
    hitTurned[hitCount++] = turned;
    sum += weighted * weight;
  }

  private void endClause() {
    negatedFor = 0;
    boostFor = 0;
    granted = false;
    wished = false;
  }

  private void endSentence() {
    endClause();
    float sentence = beforeContrast + sum;
    if (sentence != 0) {
      float shouted = Math.min(exclamations, MOST_EXCLAMATIONS) * EXCLAMATION;
      lastSentence = sentence + Math.copySign(shouted, sentence);
      total += lastSentence;
    }
    beforeContrast = 0;
    sum = 0;
    weight = 1;
    exclamations = 0;
    ended = false;
  }
}

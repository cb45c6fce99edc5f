package io.flavortrend.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads the lexicon out of the files beside this class. Later files win over earlier ones; what
 * they write is said at the head of each.
 */
final class LexiconReader {
  private static final int LONGEST_EMOTICON = 4;

  private final Map<Long, Term> terms = new HashMap<>();

  private LexiconReader() {}

  /** The lexicon that ships with this module. */
  static Lexicon read() {
    LexiconReader reader = new LexiconReader();
    lines("vader_lexicon.txt").forEach(reader::vader);
    lines("english.txt").forEach(line -> reader.valences(Language.ENGLISH, line));
    lines("french.txt").forEach(line -> reader.valences(Language.FRENCH, line));
    lines("arabic.txt").forEach(line -> reader.valences(Language.ENGLISH, line));
    lines("emoji.txt").forEach(reader::emoji);
    lines("modifiers.txt").forEach(reader::modifier);
    return new Lexicon(reader.terms);
  }

  /** One line of VADER's: token, mean valence, and what it comes from. */
  private void vader(String line) {
    String[] columns = line.split("\t", 3);
    String token = columns[0];
    float valence = Float.parseFloat(columns[1]);
    if (token.chars().allMatch(c -> Character.isLetter(c) || c == '\'')) {
      put(token, term -> term.withValence(Language.ENGLISH, token, valence));
    } else if (token.length() <= LONGEST_EMOTICON && ":;=<".indexOf(token.charAt(0)) >= 0) {
      long hash = Hash.START;
      for (int i = 0; i < token.length(); i++) {
        hash = Hash.plus(hash, token.charAt(i));
      }
      // The blank keeps emoticons apart from words.
      terms.put(Hash.plus(hash, ' '), Term.BLANK.withValence(Language.ENGLISH, token, valence));
    }
  }

  private void valences(Language language, String line) {
    if (isComment(line)) {
      return;
    }
    int blank = line.indexOf(' ');
    float valence = Float.parseFloat(line.substring(0, blank));
    for (String entry : line.substring(blank + 1).split(",")) {
      List<String> forms = forms(entry);
      forms.forEach(form -> put(form, term -> term.withValence(language, forms.get(0), valence)));
    }
  }

  private void emoji(String line) {
    if (isComment(line)) {
      return;
    }
    String[] parts = line.split(" ");
    float valence = Float.parseFloat(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      String emoji = parts[i];
      terms.put(
          Hash.plus(Hash.START, emoji.codePointAt(0)),
          Term.BLANK.withValence(Language.ENGLISH, emoji, valence));
    }
  }

  private void modifier(String line) {
    if (isComment(line)) {
      return;
    }
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "english" -> forms(parts[1]).forEach(f -> put(f, t -> t.telling(Language.ENGLISH)));
      case "french" -> forms(parts[1]).forEach(f -> put(f, t -> t.telling(Language.FRENCH)));
      case "booster" -> {
        String[] amountAndWords = parts[1].split(" ", 2);
        float amount = Float.parseFloat(amountAndWords[0]);
        forms(amountAndWords[1]).forEach(f -> put(f, t -> t.withEffect(Effect.BOOSTER, amount)));
      }
      default -> {
        Effect effect = Effect.valueOf(parts[0].toUpperCase(Locale.ROOT));
        forms(parts[1]).forEach(f -> put(f, t -> t.withEffect(effect, 0)));
      }
    }
  }

  private void put(String words, UnaryOperator<Term> change) {
    Tokens tokens = new Tokens(Lexicon.EMPTY, words);
    long hash = tokens.hash(0);
    for (int i = 1; i < tokens.size(); i++) {
      hash = Hash.phrase(hash, tokens.hash(i));
    }
    terms.merge(hash, change.apply(Term.BLANK), (held, fresh) -> change.apply(held));
    if (tokens.size() > 1) {
      int size = tokens.size();
      terms.merge(
          tokens.hash(0),
          Term.BLANK.beginningPhrase(size),
          (held, fresh) -> held.beginningPhrase(size));
    }
  }

  /** "bon(ne)(s), super" is bon, bonne, bons, bonnes, super. */
  private static List<String> forms(String list) {
    List<String> forms = new ArrayList<>();
    for (String entry : list.split(",")) {
      expand(entry.strip(), forms);
    }
    return forms;
  }

  private static void expand(String entry, List<String> forms) {
    int open = entry.indexOf('(');
    if (open < 0) {
      forms.add(entry);
      return;
    }
    int close = entry.indexOf(')', open);
    String head = entry.substring(0, open);
    String tail = entry.substring(close + 1);
    expand(head + tail, forms);
    expand(head + entry.substring(open + 1, close) + tail, forms);
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private static List<String> lines(String file) {
    try (InputStream stream = LexiconReader.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing beside " + LexiconReader.class);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

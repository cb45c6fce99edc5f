package io.flavortrend.generator.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How people say things in one language: lines {@code topic: sentence}, in which {@code {a|b|}} is
 * one of several ways to put it. Immutable and thread-safe.
 */
final class PhraseBook {
  private final Map<String, List<String>> sentences = new HashMap<>();

  private PhraseBook(String text) {
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        sentences
            .computeIfAbsent(line.substring(0, colon).strip(), topic -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
  }

  /** The book of that language, from the class path. */
  static PhraseBook of(String language) {
    String name = "reviews-%s.txt".formatted(language);
    try (InputStream in = PhraseBook.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No phrase book " + name);
      }
      return new PhraseBook(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A sentence on a topic.
   *
   * @param words draws that decide on the words
   */
  String say(String topic, Words words) {
    List<String> known = sentences.get(topic);
    if (known == null) {
      throw new IllegalArgumentException("Nothing to say of " + topic);
    }
    String template = known.get(words.index(known.size()));
    StringBuilder said = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
      int close = template.indexOf('}', open);
      String[] ways = template.substring(open + 1, close).split("\\|", -1);
      said.append(template, at, open).append(ways[words.index(ways.length)]);
      at = close + 1;
    }
    said.append(template, at, template.length());
    return said.toString().strip().replaceAll(" {2,}", " ").replaceAll(" ([,.])", "$1");
  }
}

package io.flavortrend.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentScorerTest {
  private static final SentimentScorer SCORER = new SentimentScorer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The food was delicious                              | positive
          The food was not delicious                          | negative
          The courier wasn't rude                             | positive
          No complaints, everything arrived on time           | positive
          It came late and cold                               | negative
          Never again                                         | negative
          I will order again                                  | positive
          Good taste but the delivery was terrible            | negative
          Terrible packaging but the food is delicious        | positive
          It could have been better                           | negative
          Not worth the money                                 | negative
          Worth every penny                                   | positive
          1 star                                              | negative
          5/5                                                 | positive
          The order was number 1126, delivered to the office  | neutral
          Le plat était délicieux                             | positive
          Le plat n'était pas bon                             | negative
          Pas mal du tout                                     | positive
          Livraison en retard                                 | negative
          Bon mais froid                                      | negative
          Un peu cher mais excellent                          | positive
          deux heures d'attente, plus jamais                  | negative
          Le livreur est passé à midi                         | neutral
          😍😍                                                | positive
          👎🏽                                                 | negative
          So so :(                                            | negative
          Thanks :)                                           | positive
          بنين برشا وسريع                                     | positive
          تأخير كبير والماكلة باردة                           | negative
          """)
  void labels(String text, String label) {
    assertThat(SCORER.read(text).label())
        .as("%s: %s", text, SCORER.read(text))
        .isEqualTo(SentimentLabel.valueOf(label.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          good                    | very good
          good                    | GOOD food
          good                    | goooood
          good                    | good!!!
          slightly late           | late
          a bit cold              | cold
          bon                     | très bon
          un peu en retard        | très en retard
          great but late          | great
          """)
  void theSecondIsLouder(String one, String other) {
    assertThat(Math.abs(SCORER.score(other))).isGreaterThan(Math.abs(SCORER.score(one)));
  }

  @Test
  void theLanguageAroundAWordTellsItsMeaning() {
    assertThat(SCORER.read("Le pain est dans le sac").words()).isEmpty();
    assertThat(SCORER.read("The pain in my stomach").label()).isEqualTo(SentimentLabel.NEGATIVE);
  }

  @Test
  void aNegatorEndsAtCommaAndSentence() {
    assertThat(SCORER.score("No, good")).isPositive();
    assertThat(SCORER.score("I did not. Good pizza")).isPositive();
    assertThat(SCORER.score("Not spicy and good")).isPositive();
  }

  @Test
  void accentsAndApostrophesMayBeWrittenInAnyWay() {
    assertThat(SCORER.score("tres decu, plat pas frais"))
        .isEqualTo(SCORER.score("très déçu, plat pas frais"));
    assertThat(SCORER.score("arrive\u0301 a\u0300 l\u2019heure"))
        .isEqualTo(SCORER.score("arrivé à l'heure"));
    assertThat(SCORER.score("I don\u2019t like it")).isEqualTo(SCORER.score("I dont like it"));
  }

  @Test
  void theWordsThatCarriedTheScoreComeByWeight() {
    assertThat(SCORER.read("The worst. Late, cold and not good, late again").words())
        .containsExactly("worst", "late", "not good", "cold");
    assertThat(SCORER.read("Tasty, tasty, on time").words()).containsExactly("tasty", "on time");
    assertThat(SCORER.read("pas bon, tres decevant").words())
        .containsExactly("décevant", "pas bon");
    assertThat(SCORER.read("delicious tasty perfect great excellent wonderful fresh yummy").words())
        .hasSize(Sentiment.MOST_WORDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "!!!",
        "'",
        "l'",
        "qu'",
        "''''",
        "\uD83D",
        "\uDE00x",
        ":",
        ":)",
        "1/",
        "1/5.",
        "\u0301",
        "not",
        "but",
        "very",
        "\n\n",
        "n'",
        "u'",
        "\u00e9\u0301\u0301"
      })
  void anyTextHasAScore(String text) {
    assertThat(SCORER.score(text)).isBetween(-1.0, 1.0);
    assertThat(SCORER.read(text).score()).isEqualTo(SCORER.score(text));
  }

  @Test
  void longTextsStayWithinBounds() {
    assertThat(SCORER.score("delicious! ".repeat(10_000))).isBetween(0.99, 1.0);
    assertThat(SCORER.score("horrible! ".repeat(10_000))).isBetween(-1.0, -0.99);
    assertThat(SCORER.score("?!,;".repeat(10_000))).isZero();
  }

  @Test
  void manyThreadsReadAsOne() {
    List<String> texts = Reviews.read("french-reviews.tsv").stream().map(Reviews::text).toList();
    List<Sentiment> alone = texts.stream().map(SCORER::read).toList();
    assertThat(
            IntStream.range(0, 40 * texts.size())
                .parallel()
                .allMatch(
                    i ->
                        SCORER
                            .read(texts.get(i % texts.size()))
                            .equals(alone.get(i % texts.size()))))
        .isTrue();
  }
}

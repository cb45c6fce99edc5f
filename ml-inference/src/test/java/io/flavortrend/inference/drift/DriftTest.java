package io.flavortrend.inference.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DriftTest {
  /** Ten minutes wide bins from 10 to 90, a tenth of the rows each but for 5 % missing. */
  private static final FeatureFingerprint NUMBER =
      new FeatureFingerprint(
          DoubleStream.iterate(10, edge -> edge + 10).limit(9).boxed().toList(),
          DoubleStream.concat(DoubleStream.generate(() -> 0.095).limit(10), DoubleStream.of(0.05))
              .boxed()
              .toList(),
          false);

  private static final FeatureFingerprint CATEGORY =
      new FeatureFingerprint(List.of(0.0, 1.0, 2.0), List.of(0.5, 0.25, 0.25, 0.0), true);

  @Test
  void findsNoneInTheSameShares() {
    List<Long> same = List.of(95L, 95L, 95L, 95L, 95L, 95L, 95L, 95L, 95L, 95L, 50L);

    Drift drift = Drift.of(NUMBER, same).orElseThrow();

    assertThat(drift.psi()).isCloseTo(0, within(1e-12));
    assertThat(drift.ks()).isCloseTo(0, within(1e-12));
    assertThat(drift.count()).isEqualTo(1000);
  }

  @Test
  void isTheTextbooksNumber() {
    Drift drift = Drift.of(CATEGORY, List.of(250L, 500L, 250L, 0L)).orElseThrow();

    // (0.25 − 0.5) ln(0.25 / 0.5) + (0.5 − 0.25) ln(0.5 / 0.25)
    assertThat(drift.psi()).isCloseTo(0.5 * Math.log(2), within(1e-12));
    assertThat(drift.ks()).isZero();
  }

  @Test
  void isSmallByChanceAndLargeByAShift() {
    Random random = new Random(4);
    double chance = 0;
    for (int draw = 0; draw < 50; draw++) {
      chance = Math.max(chance, Drift.of(NUMBER, observed(random, 0)).orElseThrow().psi());
    }
    Drift shifted = Drift.of(NUMBER, observed(random, 25)).orElseThrow();

    assertThat(chance).isLessThan(0.1);
    assertThat(shifted.psi()).isGreaterThan(0.25);
    assertThat(shifted.ks()).isCloseTo(0.25, within(0.07));
  }

  @Test
  void seesValuesThatWentMissing() {
    List<Long> counts = new ArrayList<>(Collections.nCopies(10, 50L));
    counts.add(500L);

    Drift drift = Drift.of(NUMBER, counts).orElseThrow();

    assertThat(drift.psi()).isGreaterThan(0.9);
    assertThat(drift.ks()).as("of those present nothing changed").isCloseTo(0, within(1e-12));
  }

  @Test
  void staysFiniteWhereAllIsMissingOrNothingIs() {
    List<Long> counts = new ArrayList<>(Collections.nCopies(10, 0L));
    counts.add(1000L);
    FeatureFingerprint neverKnown = new FeatureFingerprint(List.of(), List.of(0.0, 1.0), false);

    assertThat(Drift.of(NUMBER, counts).orElseThrow().psi()).isFinite();
    assertThat(Drift.of(NUMBER, counts).orElseThrow().ks()).isZero();
    assertThat(Drift.of(neverKnown, List.of(1000L, 0L)).orElseThrow().ks()).isZero();
  }

  @Test
  void saysNothingOfAFewValues() {
    assertThat(Drift.of(CATEGORY, List.of(499L, 0L, 0L, 0L))).isEmpty();
    assertThat(Drift.of(CATEGORY, List.of(500L, 0L, 0L, 0L))).isPresent();
  }

  @Test
  void refusesCountsOfOtherBins() {
    assertThatThrownBy(() -> Drift.of(CATEGORY, List.of(1L))).hasMessage("1 counts for 4 bins");
  }

  @Test
  void putsAValueInItsBin() {
    assertThat(NUMBER.bin(-5)).isZero();
    assertThat(NUMBER.bin(10)).as("equal to an edge: below it").isZero();
    assertThat(NUMBER.bin(10.1)).isEqualTo(1);
    assertThat(NUMBER.bin(Double.POSITIVE_INFINITY)).isEqualTo(9);
    assertThat(NUMBER.bin(Double.NaN)).isEqualTo(10);
    assertThat(CATEGORY.bin(2)).isEqualTo(2);
    assertThat(CATEGORY.bin(7)).as("never seen: missing").isEqualTo(3);
  }

  private static List<Long> observed(Random random, double shift) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(NUMBER.bins(), 0L));
    for (int i = 0; i < Drift.MIN_COUNT; i++) {
      double value = random.nextDouble() < 0.05 ? Double.NaN : random.nextDouble() * 100 + shift;
      int bin = NUMBER.bin(value);
      counts.set(bin, counts.get(bin) + 1);
    }
    return counts;
  }
}

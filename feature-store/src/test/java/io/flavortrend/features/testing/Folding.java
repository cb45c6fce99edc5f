package io.flavortrend.features.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.FeatureState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Drives a state through events, and compares it with what a naive recompute says. */
public final class Folding {
  private Folding() {}

  /** Everything is told late, in the given order, when it is already this instant. */
  public static <E extends FeatureEvent<E>> void allLate(
      Supplier<? extends FeatureState<E>> newState, List<E> events, long now, double[] expected)
      throws IOException {
    FeatureState<E> state = newState.get();
    state.advance(now);
    int i = 0;
    for (E event : events) {
      state.add(event);
      if (++i % 997 == 0) {
        state = copy(state, newState);
      }
    }
    same(state.values(), expected);
  }

  /** Everything is told in time; compared at each of the instants. */
  public static <E extends FeatureEvent<E>> void inTime(
      Supplier<? extends FeatureState<E>> newState,
      List<E> events,
      List<Long> instants,
      LongFunction<double[]> naive) {
    FeatureState<E> state = newState.get();
    List<E> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(event -> event.when().at()));
    int next = 0;
    for (long instant : instants) {
      while (next < sorted.size() && sorted.get(next).when().at() <= instant) {
        slideTo(state, sorted.get(next).when().at());
        state.add(sorted.get(next++));
      }
      slideTo(state, instant);
      same(state.values(), naive.apply(instant));
    }
  }

  /** Between two slides the values stay: only {@code nextChange} moves them. */
  private static void slideTo(FeatureState<?> state, long instant) {
    while (state.nextChange() <= instant) {
      long before = state.nextChange();
      state.advance(before);
      assertThat(state.nextChange()).isGreaterThan(before);
    }
    double[] values = state.values();
    state.advance(instant);
    assertThat(state.values()).containsExactly(values);
  }

  /** When nothing happens any more, everything is forgotten in the end. */
  public static void drains(FeatureState<?> state) {
    for (int slides = 0; state.nextChange() != Long.MAX_VALUE; slides++) {
      assertThat(slides).isLessThan(1_000_000);
      state.advance(state.nextChange());
    }
    assertThat(state.isEmpty()).isTrue();
  }

  public static void same(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(actual[i]).as("value %d", i).isNaN();
      } else {
        assertThat(actual[i])
            .as("value %d", i)
            .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-9));
      }
    }
  }

  private static <E> FeatureState<E> copy(
      FeatureState<E> state, Supplier<? extends FeatureState<E>> newState) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    FeatureState<E> copy = newState.get();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}

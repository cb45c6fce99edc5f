package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.staticsla.OrderTimes.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import io.flavortrend.contracts.values.SlaViolation.State;
import io.flavortrend.jobs.staticsla.Verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, without Flink. Times are minutes; 0 is when the order was placed. */
class SlaRulesTest {
  private static final long MINUTE = 60_000_000L;
  private static final LimitMinutes LIMITS = new LimitMinutes(5, 25, 10, 60);

  @ParameterizedTest
  @CsvSource({
    // accepted assigned ready picked delivered cancelled promised  proven   outcome
    "ACCEPT,    ,   ,   ,   ,   ,    ,  4, PENDING",
    "ACCEPT,    ,   ,   ,   ,   ,    ,  5, EXCEEDED",
    "ACCEPT,   5,   ,   ,   ,   ,    ,  9, KEPT",
    "ACCEPT,   6,   ,   ,   ,   ,    ,  0, REACHED_LATE",
    // Passed over: the next stage counts.
    "ACCEPT,    ,  4,   ,   ,   ,    ,  9, KEPT",
    "ACCEPT,    ,   ,   ,   , 40,    ,  9, REACHED_LATE",
    "ACCEPT,    ,   ,   ,   ,   ,   4,  9, KEPT",
    "ACCEPT,    ,   ,   ,   ,   ,   8,  9, CANCELLED",
    // Without its beginning a stage has no limit.
    "PREPARE,   ,   ,   ,   ,   ,    , 99,",
    "PREPARE,  4,   ,   ,   ,   ,    , 29, EXCEEDED",
    "PREPARE,  4,   ,   , 29,   ,    , 99, KEPT",
    "PREPARE,  4,   , 30,   ,   ,    , 99, REACHED_LATE",
    "PICK_UP,   ,   ,   ,   , 40,    , 99,",
    "PICK_UP,   ,   , 20,   , 31,    , 99, REACHED_LATE",
    "PICK_UP,   ,   , 20, 30, 31,    , 99, KEPT",
    "DELIVER,   ,   ,   ,   , 60,    , 99, KEPT",
    "DELIVER,   ,   ,   ,   ,   ,    , 60, EXCEEDED"
  })
  void oneLimit(
      LimitName limit,
      Long accepted,
      Long assigned,
      Long ready,
      Long picked,
      Long delivered,
      Long cancelled,
      long proven,
      Outcome outcome) {
    OrderTimes times =
        new OrderTimes(
            0,
            at(accepted),
            at(assigned),
            at(ready),
            at(picked),
            at(delivered),
            at(cancelled),
            NONE);
    Verdict verdict = Verdict.of(limit, times, LIMITS.of(limit), proven * 60_000);
    assertThat(verdict == null ? null : verdict.outcome()).isEqualTo(outcome);
  }

  @Test
  void aPromiseIsTheLimit() {
    OrderTimes times = new OrderTimes(0, NONE, NONE, NONE, NONE, 50 * MINUTE, NONE, 45 * MINUTE);
    Verdict verdict = Verdict.of(LimitName.DELIVER, times, 60, Long.MIN_VALUE);
    assertThat(verdict)
        .isEqualTo(new Verdict(Outcome.REACHED_LATE, 45, 0, 45 * MINUTE, 50 * MINUTE));
    // What was promised before the order was placed is dirt.
    OrderTimes dirty = new OrderTimes(0, NONE, NONE, NONE, NONE, 50 * MINUTE, NONE, -MINUTE);
    assertThat(Verdict.of(LimitName.DELIVER, dirty, 60, Long.MIN_VALUE).outcome())
        .isEqualTo(Outcome.KEPT);
  }

  /** Stages come to be known in any order, and event time moves in between or not at all. */
  @Test
  void everyArrivalOrderEndsInTheSameRows() {
    long[] stages = {7, 8, 40, 52, 75};
    Map<LimitName, ShownRow> expected = null;
    int arrivals = 0;
    for (List<Integer> arrival : permutations(List.of(0, 1, 2, 3, 4))) {
      for (long proven : new long[] {Long.MIN_VALUE, 6, 30, 55, 90}) {
        Map<LimitName, ShownRow> rows = rowsOf(arrival, stages, proven);
        expected = expected == null ? rows : expected;
        assertThat(rows).as("%s, proven %d", arrival, proven).isEqualTo(expected);
        arrivals++;
      }
    }
    assertThat(arrivals).isEqualTo(600);
    assertThat(expected).hasSize(4);
    assertThat(expected.values()).extracting(ShownRow::state).containsOnly(State.CLOSED);
    assertThat(expected.get(LimitName.PICK_UP).actual()).isEqualTo(52 * MINUTE);
  }

  @Test
  void historyIsWhatHadPassedLongBeforeTheCommit() {
    assertThat(historical(TimeDomain.LIVE, 14, false)).isFalse();
    assertThat(historical(TimeDomain.LIVE, 16, false)).isTrue();
    assertThat(historical(TimeDomain.LIVE, 6, true)).isTrue();
    assertThat(historical(TimeDomain.LIVE, 4, true)).isFalse();
    assertThat(historical(TimeDomain.LOG, 999, false)).isFalse();
  }

  /** Of an unanswered order committed so many minutes after it was placed. */
  private static boolean historical(TimeDomain domain, long committed, boolean snapshot) {
    List<ShownRow> shown = new ArrayList<>();
    rules(domain)
        .judge(
            TrackedOrder.first(
                new OrderStep(
                    1, 7, 9, 0, null, times(), false, snapshot, 1, committed * MINUTE, 0, 0),
                domain),
            LIMITS,
            5 * 60_000,
            0,
            (limit, row) -> shown.add(row));
    assertThat(shown).hasSize(1);
    return shown.get(0).historical();
  }

  private static Map<LimitName, ShownRow> rowsOf(
      List<Integer> arrival, long[] stages, long proven) {
    long[] known = {NONE, NONE, NONE, NONE, NONE};
    Map<LimitName, ShownRow> rows = new EnumMap<>(LimitName.class);
    TrackedOrder order = null;
    long through = proven == Long.MIN_VALUE ? proven : proven * 60_000;
    for (int stage : arrival) {
      known[stage] = stages[stage] * MINUTE;
      OrderTimes times =
          new OrderTimes(0, known[0], known[1], known[2], known[3], known[4], NONE, NONE);
      OrderStep step =
          new OrderStep(1, 7, 9, 3, null, times, false, false, 1, 99 * MINUTE, 0, through);
      order =
          order == null
              ? TrackedOrder.first(step, TimeDomain.LOG)
              : order.after(step, TimeDomain.LOG);
      order = rules(TimeDomain.LOG).judge(order, LIMITS, through, 0, rows::put);
    }
    return rows;
  }

  private static SlaRules rules(TimeDomain domain) {
    return new SlaRules(
        domain, LIMITS, Duration.ofMinutes(10), Duration.ofHours(24), Duration.ofHours(48));
  }

  private static OrderTimes times() {
    return new OrderTimes(0, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static long at(Long minutes) {
    return minutes == null ? NONE : minutes * MINUTE;
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> result = new ArrayList<>();
    for (T first : items) {
      List<T> rest = new ArrayList<>(items);
      rest.remove(first);
      for (List<T> tail : permutations(rest)) {
        List<T> permutation = new ArrayList<>(tail);
        permutation.add(0, first);
        result.add(permutation);
      }
    }
    return result;
  }
}

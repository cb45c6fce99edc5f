package io.flavortrend.jobs.frame.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void anEmptyOneKnowsNothing() {
    Timeline timeline = new Timeline();
    assertThat(timeline.floor(Long.MAX_VALUE)).isEqualTo(Timeline.NONE);
    assertThat(timeline.contains(0)).isFalse();
    timeline.prune(10, time -> assertThat(time).isNull());
  }

  @Test
  void whatHoldsIsNeverForgotten() {
    Timeline timeline = new Timeline();
    for (long time = 1; time <= 9; time++) {
      timeline.add(10 * time);
    }
    List<Long> forgotten = new ArrayList<>();
    timeline.prune(45, forgotten::add);
    assertThat(forgotten).containsExactly(10L, 20L, 30L);
    assertThat(timeline.floor(45)).isEqualTo(40);
    timeline.prune(1_000, forgotten::add);
    assertThat(timeline.floor(1_000)).isEqualTo(90);
    assertThat(timeline.floor(89)).isEqualTo(Timeline.NONE);
  }

  /** Against a sorted set, over thousands of random steps. */
  @Test
  void equalsASortedSet() {
    Random random = new Random(3);
    Timeline timeline = new Timeline();
    TreeSet<Long> set = new TreeSet<>();
    for (int step = 0; step < 20_000; step++) {
      long time = step / 10 + random.nextInt(50);
      timeline.add(time);
      set.add(time);
      long asked = step / 10 + random.nextInt(80) - 20;
      Long floor = set.floor(asked);
      assertThat(timeline.floor(asked)).isEqualTo(floor == null ? Timeline.NONE : floor);
      assertThat(timeline.contains(asked)).isEqualTo(set.contains(asked));
      if (step % 7 == 0) {
        long oldest = step / 10 - 30;
        List<Long> forgotten = new ArrayList<>();
        timeline.prune(oldest, forgotten::add);
        Long holds = set.floor(oldest);
        List<Long> expected = holds == null ? List.of() : List.copyOf(set.headSet(holds));
        assertThat(forgotten).isEqualTo(expected);
        expected.forEach(set::remove);
      }
    }
  }
}

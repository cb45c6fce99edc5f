package io.flavortrend.features.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void countsAsAMapWould() throws Exception {
    Random random = new Random(1);
    Tally tally = new Tally();
    TreeMap<Long, Integer> map = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(200) - 100;
      int difference = random.nextInt(5) - 2;
      tally.add(key, difference);
      map.merge(key, difference, Integer::sum);
      map.values().removeIf(count -> count == 0);
      if (i % 1_000 == 999) {
        long bound = random.nextInt(200) - 100;
        tally.dropBelow(bound);
        map.headMap(bound).clear();
        tally = copy(tally);
      }
      assertThat(tally.size()).isEqualTo(map.size());
    }
    for (int i = 0; i < tally.size(); i++) {
      assertThat(tally.countAt(i)).isEqualTo(map.get(tally.key(i)));
      assertThat(tally.count(tally.key(i))).isEqualTo(tally.countAt(i));
    }
    assertThat(tally.total()).isEqualTo(map.values().stream().mapToInt(Integer::intValue).sum());
    assertThat(tally.count(1_000)).isZero();
  }

  @Test
  void everyNumberIsReadAsItWasWritten() throws Exception {
    long[] numbers = {0, 1, -1, 63, 64, -64, -65, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long number : numbers) {
      CompactNumbers.write(new DataOutputStream(bytes), number);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    for (long number : numbers) {
      assertThat(CompactNumbers.read(in)).isEqualTo(number);
    }
    assertThat(in.read()).isEqualTo(-1);
  }

  private static Tally copy(Tally tally) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    Tally copy = new Tally();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}

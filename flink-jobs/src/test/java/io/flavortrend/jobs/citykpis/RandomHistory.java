package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Orders with random lives: told late, told by a clock that is fast, first seen when they are long
 * delivered, corrected, moved, handed to another courier, deleted. The same orders can be put into
 * the log in many ways, as long as each order's own changes stay in sequence.
 */
final class RandomHistory {
  private static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration STEP = Duration.ofMillis(40);
  private static final int CITIES = 24;
  private static final int COURIERS = 300;
  private static final int BEAT_EVERY = 50;

  private final Random random;

  /** For each order its states; null is a deleted row. */
  final List<List<@Nullable Orders>> lives = new ArrayList<>();

  private int changes;

  RandomHistory(long seed, int atLeastChanges) {
    random = new Random(seed);
    while (changes < atLeastChanges) {
      List<@Nullable Orders> life = life(lives.size());
      lives.add(life);
      changes += life.size();
    }
  }

  /** The log's two partitions, and when each state of each order was committed. */
  record Log(List<List<CapturedRecord<OrderRow>>> partitions, Map<Orders, Instant> committedAt) {}

  /** Puts the history into the log in one of many ways. */
  Log log(long seed) {
    List<Integer> turns = new ArrayList<>(changes);
    for (int order = 0; order < lives.size(); order++) {
      turns.addAll(Collections.nCopies(lives.get(order).size(), order));
    }
    Collections.shuffle(turns, new Random(seed));
    List<OrderLog> writers = List.of(new OrderLog(0), new OrderLog(1));
    List<List<CapturedRecord<OrderRow>>> partitions = List.of(new ArrayList<>(), new ArrayList<>());
    snapshot(writers, partitions);
    Map<Orders, Instant> committedAt = new HashMap<>();
    int[] next = new int[lives.size()];
    Instant now = BASE;
    for (int i = 0; i < turns.size(); i++, now = now.plus(STEP)) {
      int order = turns.get(i);
      List<@Nullable Orders> life = lives.get(order);
      int step = next[order]++;
      Orders after = life.get(step);
      Orders before = step == 0 ? null : life.get(step - 1);
      int partition = order % 2;
      partitions.get(partition).add(writers.get(partition).change(row(before), row(after), now));
      if (after != null) {
        committedAt.put(after, now);
      }
      if (i % BEAT_EVERY == 0) {
        for (int p = 0; p < 2; p++) {
          partitions.get(p).add(writers.get(p).beat(now));
        }
      }
    }
    return new Log(partitions, committedAt);
  }

  /** Months-old orders that were there before the log began; they are never touched again. */
  static List<Orders> old() {
    List<Orders> old = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Instant at = BASE.minus(Duration.ofDays(60)).plusSeconds(17L * i);
      old.add(
          Orders.placed(1_000_000 + i, 1 + i % CITIES, at)
              .assigned(i % COURIERS, at.plusSeconds(60))
              .delivered(at.plusSeconds(1800)));
    }
    return old;
  }

  private static void snapshot(
      List<OrderLog> writers, List<List<CapturedRecord<OrderRow>>> partitions) {
    for (Orders order : old()) {
      int partition = (int) (order.id() % 2);
      partitions.get(partition).add(writers.get(partition).snapshotRow(order.row(), BASE));
    }
    for (int p = 0; p < 2; p++) {
      partitions.get(p).add(writers.get(p).beat(p, BASE, true));
    }
  }

  private List<@Nullable Orders> life(int id) {
    // Only an order of the past is corrected: README.md, "Gotchas".
    boolean past = random.nextInt(3) > 0;
    Instant at =
        past
            ? BASE.minusSeconds(random.nextInt(6 * 3600))
            : BASE.plusSeconds(random.nextInt(2_000));
    List<@Nullable Orders> life = new ArrayList<>();
    Orders order =
        Orders.placed(id, 1 + random.nextInt(CITIES), at)
            .costing(random.nextInt(100_000) + "." + (100 + random.nextInt(900)));
    if (random.nextInt(20) > 0) {
      life.add(order);
    }
    Instant assigned = at.plusMillis(random.nextInt(400_000));
    order = order.assigned(1 + random.nextInt(COURIERS), assigned);
    life.add(order);
    if (random.nextInt(12) == 0) {
      life.add(order.cancelled(assigned.plusMillis(random.nextInt(100_000))));
      return life;
    }
    Instant picked = assigned.plusMillis(random.nextInt(900_000));
    order = order.pickedUp(picked);
    life.add(order);
    order = order.delivered(picked.plusNanos(1000L * random.nextInt(1_200_000_000)));
    life.add(order);
    if (past) {
      corrections(order, life);
    }
    return life;
  }

  private void corrections(Orders order, List<@Nullable Orders> life) {
    Instant delivered = order.deliveredAt();
    if (delivered == null || delivered.isAfter(BASE)) {
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> life.add(order.costing("1.250"));
      case 1 -> life.add(order.in(1 + random.nextInt(CITIES)));
      case 2 -> life.add(order.by(1 + random.nextInt(COURIERS)));
      case 3 -> life.add(order.delivered(delivered.plusSeconds(61)));
      case 4 -> life.add(null);
      default -> {
        // Most orders are told once.
      }
    }
  }

  /** When a state's times are capped: never in the log domain. */
  static Instant cap(TimeDomain domain, Instant at, Instant committedAt) {
    return domain == TimeDomain.LIVE && at.isAfter(committedAt) ? committedAt : at;
  }

  private static @Nullable OrderRow row(@Nullable Orders order) {
    return order == null ? null : order.row();
  }
}

package io.flavortrend.jobs.testing;

import static io.flavortrend.contracts.cdc.OrderStatus.ACCEPTED;
import static io.flavortrend.contracts.cdc.OrderStatus.ASSIGNED;
import static io.flavortrend.contracts.cdc.OrderStatus.CANCELLED;
import static io.flavortrend.contracts.cdc.OrderStatus.DELIVERED;
import static io.flavortrend.contracts.cdc.OrderStatus.PICKED_UP;
import static io.flavortrend.contracts.cdc.OrderStatus.PLACED;
import static io.flavortrend.contracts.cdc.OrderStatus.READY;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Orders with random lives, stage by stage: stages skipped, told late, told twice, told by a clock
 * that is fast, first seen when long delivered, corrected, moved, promised anew, cancelled,
 * deleted. The same orders can be put into the log in many ways, as long as each order's own
 * changes stay in sequence.
 */
public final class StagedHistory {
  public static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");
  public static final int CITIES = 24;
  private static final Duration STEP = Duration.ofMillis(40);
  private static final int BEAT_EVERY = 50;
  private static final int OLD = 500;

  private final Random random;

  /** For each order its states; null is a deleted row. */
  private final List<List<@Nullable StagedOrder>> lives = new ArrayList<>();

  private int changes;

  public StagedHistory(long seed, int atLeastChanges) {
    random = new Random(seed);
    while (changes < atLeastChanges) {
      List<@Nullable StagedOrder> life = life(lives.size());
      lives.add(life);
      changes += life.size();
    }
  }

  /**
   * A state as it stands in the log.
   *
   * @param order null where the row was deleted
   * @param provenThrough what its partition had proven before it; null where nothing
   */
  public record Told(
      @Nullable StagedOrder order,
      Instant committedAt,
      @Nullable Instant provenThrough,
      boolean snapshot) {}

  /** The log's two partitions, and for each order what was told of it. */
  public record Log(List<List<CapturedRecord<OrderRow>>> partitions, Map<Long, List<Told>> told) {}

  private record Turn(int order, Instant committedAt) {}

  /**
   * Puts the history into the log in one of many ways.
   *
   * @param seed 0 for the way in which it would have happened
   */
  public Log log(long seed) {
    List<Turn> turns = seed == 0 ? natural() : shuffled(seed);
    List<OrderLog> writers = List.of(new OrderLog(0), new OrderLog(1));
    Log log = new Log(List.of(new ArrayList<>(), new ArrayList<>()), new HashMap<>());
    snapshot(writers, log);
    Instant[] proven = new Instant[2];
    int[] next = new int[lives.size()];
    Instant now = BASE;
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      now = turn.committedAt();
      List<@Nullable StagedOrder> life = lives.get(turn.order());
      int step = next[turn.order()]++;
      StagedOrder after = life.get(step);
      StagedOrder before = step == 0 ? null : life.get(step - 1);
      int partition = turn.order() % 2;
      log.partitions()
          .get(partition)
          .add(writers.get(partition).change(row(before), row(after), now));
      log.told()
          .computeIfAbsent((long) turn.order(), id -> new ArrayList<>())
          .add(new Told(after, now, proven[partition], false));
      if (i % BEAT_EVERY == 0) {
        beat(writers, log, proven, now);
      }
    }
    // The last beat lies behind every window, timer and lateness.
    beat(writers, log, proven, now.plus(Duration.ofDays(20)));
    return log;
  }

  private List<Turn> shuffled(long seed) {
    List<Integer> orders = new ArrayList<>(changes);
    for (int order = 0; order < lives.size(); order++) {
      orders.addAll(Collections.nCopies(lives.get(order).size(), order));
    }
    Collections.shuffle(orders, new Random(seed));
    List<Turn> turns = new ArrayList<>(changes);
    for (int i = 0; i < orders.size(); i++) {
      turns.add(new Turn(orders.get(i), BASE.plus(STEP.multipliedBy(i))));
    }
    return turns;
  }

  private List<Turn> natural() {
    List<Turn> turns = new ArrayList<>(changes);
    for (int order = 0; order < lives.size(); order++) {
      Instant now = Instant.MIN;
      for (StagedOrder state : lives.get(order)) {
        now = state == null || now.isAfter(state.newest()) ? now.plusSeconds(5) : state.newest();
        turns.add(new Turn(order, now));
      }
    }
    turns.sort(Comparator.comparing(Turn::committedAt));
    Instant last = turns.get(0).committedAt();
    for (int i = 0; i < turns.size(); i++) {
      Instant at = turns.get(i).committedAt();
      last = at.isAfter(last.plusMillis(1)) ? at : last.plusMillis(1);
      turns.set(i, new Turn(turns.get(i).order(), last));
    }
    return turns;
  }

  private static void beat(List<OrderLog> writers, Log log, Instant[] proven, Instant at) {
    for (int p = 0; p < 2; p++) {
      log.partitions().get(p).add(writers.get(p).beat(at));
      proven[p] = Instant.ofEpochMilli(at.toEpochMilli() - 1);
    }
  }

  /** Months-old orders that were there before the log began; they are never touched again. */
  private static void snapshot(List<OrderLog> writers, Log log) {
    for (int i = 0; i < OLD; i++) {
      Instant at = BASE.minus(Duration.ofDays(60)).plusSeconds(17L * i);
      StagedOrder order =
          StagedOrder.placed(1_000_000 + i, 1 + i % CITIES, at)
              .at(ACCEPTED, at.plusSeconds(i))
              .by(7L)
              .at(DELIVERED, at.plusSeconds(15L * i));
      int partition = (int) (order.id() % 2);
      log.partitions().get(partition).add(writers.get(partition).snapshotRow(order.row(), BASE));
      log.told().put(order.id(), List.of(new Told(order, BASE, null, true)));
    }
    for (int p = 0; p < 2; p++) {
      log.partitions().get(p).add(writers.get(p).beat(p, BASE, true));
    }
  }

  private List<@Nullable StagedOrder> life(int id) {
    Instant now = BASE.plusMillis(random.nextInt(4_000_000) - 2_000_000);
    List<@Nullable StagedOrder> life = new ArrayList<>();
    StagedOrder order = StagedOrder.placed(id, 1 + random.nextInt(CITIES), now);
    if (random.nextInt(3) == 0) {
      order = order.promised(now.plusSeconds(random.nextInt(5_400) - 60));
    }
    boolean late = random.nextInt(20) == 0;
    if (!late) {
      life.add(order);
    }
    for (OrderStatus stage : List.of(ACCEPTED, ASSIGNED, READY, PICKED_UP, DELIVERED)) {
      now = now.plusNanos(1_000L * random.nextInt(longest(stage)));
      if (random.nextInt(25) == 0) {
        life.add(order.at(CANCELLED, now));
        return life;
      }
      if (random.nextInt(10) > 0 || stage == DELIVERED) {
        order = order.at(stage, now);
        order = stage == ASSIGNED ? order.by(1L + id % 300) : order;
        if (!late || stage == DELIVERED) {
          life.add(order);
        }
        if (random.nextInt(40) == 0) {
          life.add(order);
        }
      }
      if (random.nextInt(100) == 0) {
        // Nobody ever hears of it again.
        break;
      }
    }
    if (life.isEmpty()) {
      return List.of(order);
    }
    corrections(order, life);
    return life;
  }

  /** Microseconds: about half of the stages exceed their limit. */
  private static int longest(OrderStatus stage) {
    return switch (stage) {
      case ACCEPTED -> 600_000_000;
      case READY -> 2_000_000_000;
      default -> 1_200_000_000;
    };
  }

  private void corrections(StagedOrder order, List<@Nullable StagedOrder> life) {
    Instant accepted = order.at().get(ACCEPTED);
    Instant placed = order.at().get(PLACED);
    switch (random.nextInt(14)) {
      case 0 ->
          life.add(accepted == null ? order.in(3) : order.at(ACCEPTED, placed.plusSeconds(9)));
      case 1 -> life.add(order.in(1 + random.nextInt(CITIES)));
      case 2 -> life.add(order.by(5L));
      case 3 -> life.add(order.promised(placed.plusSeconds(60 + random.nextInt(7_200))));
      case 4 -> life.add(order.promised(null).without(READY));
      case 5 -> life.add(null);
      case 6 -> life.add(order.at(PLACED, placed.minusSeconds(random.nextInt(600))));
      default -> {
        // Most orders are told once.
      }
    }
  }

  private static @Nullable OrderRow row(@Nullable StagedOrder order) {
    return order == null ? null : order.row();
  }
}

package io.flavortrend.features.testing;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.ChangeSource;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random lives of one entity's orders, with corrections, cancellations, deletions and missing
 * times, told in one of many arrival orders: each order's own changes stay in sequence.
 */
public final class Lives {
  public static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SPAN_SECONDS = 3 * 3600;

  private final Random random;

  /** For each order its states; null is a deleted row. */
  public final List<List<@Nullable OrderRow>> all = new ArrayList<>();

  public Lives(long seed, int orders) {
    random = new Random(seed);
    for (int id = 1; id <= orders; id++) {
      all.add(life(id));
    }
  }

  /** Every order as it stands in the end. */
  public Stream<OrderRow> last() {
    return all.stream().map(life -> life.get(life.size() - 1)).filter(row -> row != null);
  }

  /** All changes in one of many orders, each committed after everything has happened. */
  public List<Change<OrderRow>> changes(long seed) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      turns.addAll(Collections.nCopies(all.get(i).size(), i));
    }
    Collections.shuffle(turns, new Random(seed));
    int[] next = new int[all.size()];
    List<Change<OrderRow>> changes = new ArrayList<>();
    for (int turn : turns) {
      int step = next[turn]++;
      changes.add(change(step == 0 ? null : all.get(turn).get(step - 1), all.get(turn).get(step)));
    }
    return changes;
  }

  public static <R> Change<R> change(@Nullable R before, @Nullable R after) {
    Instant committedAt = BASE.plusSeconds(10L * SPAN_SECONDS);
    return new Change<>(
        before == null ? Operation.CREATE : after == null ? Operation.DELETE : Operation.UPDATE,
        before,
        after,
        new ChangeSource(1, committedAt, false, false),
        committedAt);
  }

  private List<@Nullable OrderRow> life(int id) {
    List<@Nullable OrderRow> life = new ArrayList<>();
    Instant[] at = new Instant[6];
    at[0] = BASE.plusMillis(random.nextInt(SPAN_SECONDS * 1000));
    life.add(row(id, OrderStatus.PLACED, at));
    OrderStatus[] stages = {
      OrderStatus.ACCEPTED,
      OrderStatus.ASSIGNED,
      OrderStatus.READY,
      OrderStatus.PICKED_UP,
      OrderStatus.DELIVERED
    };
    Instant now = at[0];
    Instant cancelledAt = null;
    for (int i = 0; i < stages.length; i++) {
      now = now.plusMillis(random.nextInt(900_000));
      if (random.nextInt(25) == 0) {
        cancelledAt = now;
        life.add(row(id, OrderStatus.CANCELLED, at, cancelledAt));
        break;
      }
      if (i == 4 || random.nextInt(12) > 0) {
        at[i + 1] = now;
        life.add(row(id, stages[i], at));
      }
    }
    OrderRow last = life.get(life.size() - 1);
    if (random.nextInt(15) == 0) {
      life.add(null);
    } else if (random.nextInt(15) == 0 && at[3] != null) {
      at[3] = at[3].plusSeconds(random.nextInt(300));
      life.add(row(id, last.status(), at, cancelledAt));
    }
    return life;
  }

  private static OrderRow row(int id, OrderStatus status, Instant[] at) {
    return row(id, status, at, null);
  }

  private static OrderRow row(
      int id, OrderStatus status, Instant[] at, @Nullable Instant cancelledAt) {
    return new OrderRow(
        id,
        1,
        1,
        at[2] == null ? null : 1L,
        1,
        status,
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        at[5],
        cancelledAt,
        id % 7 == 0 ? null : at[0].plusSeconds(1800),
        id % 5 == 0 ? null : BigDecimal.valueOf(1000 + id % 4000, 3),
        1,
        BigDecimal.TEN,
        "TND",
        null,
        null,
        at[0]);
  }
}

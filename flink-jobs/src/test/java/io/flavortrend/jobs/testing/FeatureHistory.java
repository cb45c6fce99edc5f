package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.features.testing.Dating;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orders, restaurants and couriers with random lives: told late, told by clocks that are five
 * minutes fast or slow, jumping states, first seen when they are long delivered, corrected, handed
 * to another courier, deleted; couriers deleted while they deliver. The same lives can be put into
 * the log in many ways, as long as each row's own changes stay in sequence.
 */
public final class FeatureHistory {
  public static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");
  public static final int CITIES = 24;
  public static final int RESTAURANTS = 60;
  public static final int COURIERS = 120;
  private static final int BEAT_EVERY = 50;
  private static final int OLD = 300;

  private final Random random;
  private final List<List<@Nullable OrderRow>> lives = new ArrayList<>();
  private final List<OrderRow> old = new ArrayList<>();
  private int changes;

  /** Each restaurant's row in the end; null where it was deleted. */
  public final Map<Long, @Nullable RestaurantRow> restaurants = new HashMap<>();

  /** Each courier's row in the end; null where it was deleted. */
  public final Map<Long, @Nullable CourierRow> couriers = new HashMap<>();

  public FeatureHistory(long seed, int atLeastChanges) {
    random = new Random(seed);
    for (int i = 0; i < OLD; i++) {
      old.add(old(1_000_000 + i));
    }
    while (changes < atLeastChanges) {
      List<@Nullable OrderRow> life = life(lives.size() + 1L);
      lives.add(life);
      changes += life.size();
    }
  }

  /**
   * The captured topics, and what became of it.
   *
   * @param end the last instant that the beats prove, milliseconds
   */
  public record Log(
      List<TableLog<OrderRow>> orders,
      TableLog<RestaurantRow> restaurants,
      TableLog<CourierRow> couriers,
      Map<OrderRow, Instant> committedAt,
      long end) {}

  /** Every order as it stands in the end. */
  public Stream<OrderRow> last() {
    return Stream.concat(
        old.stream(),
        lives.stream().map(life -> life.get(life.size() - 1)).filter(row -> row != null));
  }

  /** When transitions count as having happened: in the live domain not after they were told. */
  public Dating dating(Log log, TimeDomain domain) {
    Map<Long, List<@Nullable OrderRow>> byId = new HashMap<>();
    for (int i = 0; i < lives.size(); i++) {
      byId.put(i + 1L, lives.get(i));
    }
    return (order, at) -> {
      List<@Nullable OrderRow> life = byId.get(order.id());
      if (domain == TimeDomain.LOG || at == null || life == null) {
        return at;
      }
      for (OrderRow state : life) {
        if (state != null && instants(state).contains(at)) {
          Instant committedAt = log.committedAt().get(state);
          return at.isAfter(committedAt) ? committedAt : at;
        }
      }
      throw new IllegalStateException("Never told");
    };
  }

  /** Puts the history into the log in one of many ways. */
  public Log log(long seed) {
    Random shuffling = new Random(seed);
    List<Integer> turns = new ArrayList<>(changes);
    for (int order = 0; order < lives.size(); order++) {
      turns.addAll(Collections.nCopies(lives.get(order).size(), order));
    }
    Collections.shuffle(turns, shuffling);
    List<TableLog<OrderRow>> orders =
        List.of(
            new TableLog<>(TopicCatalogue.ORDERS, OrderRow.class, 0),
            new TableLog<>(TopicCatalogue.ORDERS, OrderRow.class, 1));
    Log log =
        new Log(
            orders,
            new TableLog<>(TopicCatalogue.RESTAURANTS, RestaurantRow.class, 0),
            new TableLog<>(TopicCatalogue.COURIERS, CourierRow.class, 0),
            new HashMap<>(),
            BASE.plus(Duration.ofMinutes(150)).toEpochMilli() - 1);
    snapshot(log);
    // All fits before the end, whatever the number of changes.
    Duration step = Duration.ofMinutes(80).dividedBy(turns.size());
    int[] next = new int[lives.size()];
    Instant now = BASE;
    for (int i = 0; i < turns.size(); i++, now = now.plus(step)) {
      int turn = turns.get(i);
      int at = next[turn]++;
      OrderRow before = at == 0 ? null : lives.get(turn).get(at - 1);
      OrderRow after = lives.get(turn).get(at);
      orders.get(turn % 2).change(before, after, now);
      if (after != null) {
        log.committedAt().put(after, now);
      }
      if (i % 400 == 0) {
        entities(shuffling, log, now);
      }
      if (i % BEAT_EVERY == 0) {
        beat(log, now);
      }
    }
    beat(log, Instant.ofEpochMilli(log.end() + 1));
    return log;
  }

  private static void beat(Log log, Instant at) {
    log.orders().forEach(partition -> partition.beat(at));
    log.restaurants().beat(at);
    log.couriers().beat(at);
  }

  private void snapshot(Log log) {
    restaurants.clear();
    couriers.clear();
    for (OrderRow order : old) {
      log.orders().get((int) (order.id() % 2)).snapshotRow(order, BASE);
    }
    for (long id = 1; id <= RESTAURANTS; id++) {
      RestaurantRow row = restaurant(id, id % 9 == 0, BASE.minus(Duration.ofDays(50)));
      restaurants.put(id, row);
      log.restaurants().snapshotRow(row, BASE);
    }
    for (long id = 1; id <= COURIERS; id++) {
      CourierRow row = courier(id, "offline", BASE.minus(Duration.ofDays(50)));
      couriers.put(id, row);
      log.couriers().snapshotRow(row, BASE);
    }
  }

  private void entities(Random shuffling, Log log, Instant now) {
    long restaurant = 1 + shuffling.nextInt(RESTAURANTS);
    RestaurantRow before = restaurants.get(restaurant);
    if (before != null) {
      RestaurantRow after =
          shuffling.nextInt(40) == 0 ? null : restaurant(restaurant, !before.paused(), now);
      restaurants.put(restaurant, after);
      log.restaurants().change(before, after, now);
    }
    long id = 1 + shuffling.nextInt(COURIERS);
    CourierRow courier = couriers.get(id);
    if (courier != null) {
      String status = List.of("offline", "idle", "busy").get(shuffling.nextInt(3));
      CourierRow after = shuffling.nextInt(40) == 0 ? null : courier(id, status, now);
      // Only statuses that differ tell since when.
      if (after == null || !status.equals(courier.status())) {
        couriers.put(id, after);
        log.couriers().change(courier, after, now);
      }
    }
  }

  private static RestaurantRow restaurant(long id, boolean paused, Instant updatedAt) {
    return new RestaurantRow(
        id, city(id), "r" + id, null, null, null, null, null, paused, updatedAt);
  }

  private static CourierRow courier(long id, String status, Instant updatedAt) {
    String vehicle = List.of("bicycle", "scooter", "car").get((int) (id % 3));
    return new CourierRow(id, city(id), vehicle, status, updatedAt);
  }

  public static int city(long id) {
    return (int) (1 + id % CITIES);
  }

  private OrderRow old(long id) {
    Instant at = BASE.minus(Duration.ofDays(60)).plusSeconds(17L * id % 86_400);
    Instant[] times = new Instant[7];
    Arrays.setAll(times, i -> i == 6 ? null : at.plusSeconds(120L * i));
    return row(id, 1 + id % RESTAURANTS, 1 + id % COURIERS, OrderStatus.DELIVERED, times);
  }

  private List<@Nullable OrderRow> life(long id) {
    // Only an order of the past is corrected: the jobs' READMEs, "Gotchas".
    boolean past = random.nextInt(3) > 0;
    Instant now =
        past
            ? BASE.minusSeconds(random.nextInt(6 * 3600))
            : BASE.plusSeconds(random.nextInt(4_000) - 300);
    long restaurant = 1 + random.nextInt(RESTAURANTS);
    long courier = 1 + random.nextInt(COURIERS);
    Instant[] at = new Instant[7];
    at[0] = now;
    List<@Nullable OrderRow> life = new ArrayList<>();
    if (random.nextInt(20) > 0) {
      life.add(row(id, restaurant, courier, OrderStatus.PLACED, at));
    }
    for (int stage = 1; stage <= 5; stage++) {
      now = now.plusMillis(1 + random.nextInt(600_000));
      if (random.nextInt(40) == 0) {
        at[6] = now;
        life.add(row(id, restaurant, courier, OrderStatus.CANCELLED, at));
        return life;
      }
      // Some stages are never told; the last one always is.
      if (stage == 5 || random.nextInt(15) > 0) {
        at[stage] = now;
        life.add(row(id, restaurant, courier, OrderStatus.values()[stage], at));
      }
    }
    if (past && now.isBefore(BASE)) {
      correct(life, id, restaurant, courier, at);
    }
    return life;
  }

  private void correct(
      List<@Nullable OrderRow> life, long id, long restaurant, long courier, Instant[] at) {
    switch (random.nextInt(14)) {
      case 0 -> life.add(null);
      case 1 -> {
        at[5] = at[5].plusSeconds(31);
        life.add(row(id, restaurant, courier, OrderStatus.DELIVERED, at));
      }
      case 2 ->
          life.add(row(id, restaurant, 1 + random.nextInt(COURIERS), OrderStatus.DELIVERED, at));
      case 3 ->
          life.add(row(id, 1 + random.nextInt(RESTAURANTS), courier, OrderStatus.DELIVERED, at));
      case 4 -> life.add(life.get(life.size() - 1)); // The same again.
      default -> {
        // Most orders are told once.
      }
    }
  }

  private static List<@Nullable Instant> instants(OrderRow order) {
    return Arrays.asList(
        order.placedAt(),
        order.acceptedAt(),
        order.assignedAt(),
        order.readyAt(),
        order.pickedUpAt(),
        order.deliveredAt(),
        order.cancelledAt());
  }

  private static OrderRow row(
      long id, long restaurant, long courier, OrderStatus status, @Nullable Instant[] at) {
    boolean assigned = at[2] != null || at[4] != null || at[5] != null;
    return new OrderRow(
        id,
        1,
        restaurant,
        assigned ? courier : null,
        city(restaurant),
        status,
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        at[5],
        at[6],
        id % 7 == 0 ? null : at[0].plusSeconds(2_000),
        id % 5 == 0 ? null : BigDecimal.valueOf(1_000 + id % 4_000, 3),
        1,
        BigDecimal.TEN,
        "TND",
        null,
        null,
        at[0]);
  }
}

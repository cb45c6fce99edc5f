package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order with any of its stages; every method gives a new one.
 *
 * @param at when each stage was passed; {@code PLACED} is always there
 */
public record StagedOrder(
    long id,
    int city,
    @Nullable Long courier,
    Map<OrderStatus, Instant> at,
    @Nullable Instant promised) {

  public static StagedOrder placed(long id, int city, Instant at) {
    return new StagedOrder(id, city, null, new EnumMap<>(Map.of(OrderStatus.PLACED, at)), null);
  }

  public StagedOrder at(OrderStatus stage, Instant time) {
    Map<OrderStatus, Instant> times = new EnumMap<>(at);
    times.put(stage, time);
    return new StagedOrder(id, city, courier, times, promised);
  }

  public StagedOrder without(OrderStatus stage) {
    Map<OrderStatus, Instant> times = new EnumMap<>(at);
    times.remove(stage);
    return new StagedOrder(id, city, courier, times, promised);
  }

  public StagedOrder promised(@Nullable Instant time) {
    return new StagedOrder(id, city, courier, at, time);
  }

  public StagedOrder in(int otherCity) {
    return new StagedOrder(id, otherCity, courier, at, promised);
  }

  public StagedOrder by(@Nullable Long otherCourier) {
    return new StagedOrder(id, city, otherCourier, at, promised);
  }

  /** The furthest stage that has a time. */
  public OrderStatus status() {
    OrderStatus furthest = OrderStatus.PLACED;
    for (OrderStatus stage : at.keySet()) {
      furthest = stage.compareTo(furthest) > 0 ? stage : furthest;
    }
    return furthest;
  }

  public Instant newest() {
    return at.values().stream().max(Instant::compareTo).orElseThrow();
  }

  /** The row as captured. */
  public OrderRow row() {
    return new OrderRow(
        id,
        1,
        id % 50,
        courier,
        city,
        status(),
        at.get(OrderStatus.PLACED),
        at.get(OrderStatus.ACCEPTED),
        at.get(OrderStatus.ASSIGNED),
        at.get(OrderStatus.READY),
        at.get(OrderStatus.PICKED_UP),
        at.get(OrderStatus.DELIVERED),
        at.get(OrderStatus.CANCELLED),
        promised,
        null,
        null,
        new BigDecimal("10.500"),
        "TND",
        null,
        null,
        newest());
  }
}

package io.flavortrend.generator.replay;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of a row. Refuses it only where its id or placed time is missing, its amount is
 * broken or negative, or it was delivered before it was placed; other broken values are left out
 * and named as repaired. Not thread-safe: it remembers the ids it has seen.
 */
final class RowReader {
  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("999999999.999");
  private static final double LONGEST_KM = 99_999;
  private static final int LARGEST_COUNT = 1_000_000;

  /** Between placed and the end; in the order in which an order passes through them. */
  private static final Map<OrderStatus, Role> BETWEEN = new EnumMap<>(OrderStatus.class);

  static {
    BETWEEN.put(OrderStatus.ACCEPTED, Role.ACCEPTED_AT);
    BETWEEN.put(OrderStatus.ASSIGNED, Role.ASSIGNED_AT);
    BETWEEN.put(OrderStatus.READY, Role.READY_AT);
    BETWEEN.put(OrderStatus.PICKED_UP, Role.PICKED_UP_AT);
  }

  private final Mapping mapping;
  private final Map<String, Integer> seen = new HashMap<>();

  RowReader(Mapping mapping) {
    this.mapping = mapping;
  }

  /** Why a row cannot be stored. */
  static final class RefusedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedRowException(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Reads a row.
   *
   * @param columns the trimmed value of a column, empty where there is none
   * @param repairs is given a sentence for each value that was left out
   */
  RecordedOrder read(int line, Function<String, String> columns, List<String> repairs)
      throws RefusedRowException {
    String key = mapping.idIsLine() ? Integer.toString(line) : value(Role.ORDER_ID, columns);
    if (key.isEmpty()) {
      throw new RefusedRowException("order_id is missing");
    }
    Instant placed = placed(columns);
    long amount = amount(value(Role.AMOUNT, columns));
    long[] times = times(placed, columns, repairs);
    Integer first = seen.putIfAbsent(key, line);
    if (first != null) {
      throw new RefusedRowException(
          "order_id '%s' was already used in line %d".formatted(key, first));
    }
    Instant promised = time(Role.PROMISED_AT, placed, columns, repairs);
    String courier = value(Role.COURIER, columns);
    return new RecordedOrder(
        line,
        key,
        entity(Role.CUSTOMER, columns, repairs),
        entity(Role.RESTAURANT, columns, repairs),
        courier.isEmpty() ? null : courier,
        entity(Role.CITY, columns, repairs),
        amount,
        currency(columns, repairs),
        (int) Math.round(number(Role.DISTANCE, columns, LONGEST_KM, repairs)),
        (int) number(Role.ITEM_COUNT, columns, LARGEST_COUNT, repairs),
        promised == null ? RecordedOrder.NONE : Micros.of(promised),
        times);
  }

  private Instant placed(Function<String, String> columns) throws RefusedRowException {
    try {
      Instant placed = parse(Role.PLACED_AT, null, columns);
      if (placed != null) {
        return placed;
      }
    } catch (DateTimeException e) {
      throw new RefusedRowException("placed_at is broken: " + e.getMessage());
    }
    throw new RefusedRowException("placed_at is missing");
  }

  private static long amount(String text) throws RefusedRowException {
    if (text.isEmpty()) {
      throw new RefusedRowException("amount is missing");
    }
    BigDecimal amount;
    try {
      amount = new BigDecimal(text).setScale(3, RoundingMode.HALF_UP);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new RefusedRowException("amount is broken: '%s' is no number".formatted(text));
    }
    if (amount.signum() < 0) {
      throw new RefusedRowException("amount is negative: " + text);
    }
    if (amount.compareTo(LARGEST_AMOUNT) > 0) {
      throw new RefusedRowException("amount is too large: " + text);
    }
    return amount.unscaledValue().longValueExact();
  }

  private long[] times(Instant placed, Function<String, String> columns, List<String> repairs)
      throws RefusedRowException {
    long[] times = new long[OrderStatus.values().length];
    Arrays.fill(times, RecordedOrder.NONE);
    long start = Micros.of(placed);
    times[OrderStatus.PLACED.ordinal()] = start;
    Instant delivered = time(Role.DELIVERED_AT, placed, columns, repairs);
    if (delivered != null && delivered.isBefore(placed)) {
      throw new RefusedRowException(
          "delivered_at %s is before placed_at %s".formatted(delivered, placed));
    }
    Instant cancelled = time(Role.CANCELLED_AT, placed, columns, repairs);
    if (cancelled != null && (delivered != null || cancelled.isBefore(placed))) {
      repairs.add(
          "cancelled_at %s left out: %s"
              .formatted(cancelled, delivered != null ? "delivered" : "before placed_at"));
      cancelled = null;
    }
    long end = Long.MAX_VALUE;
    if (delivered != null) {
      end = times[OrderStatus.DELIVERED.ordinal()] = Micros.of(delivered);
    } else if (cancelled != null) {
      end = times[OrderStatus.CANCELLED.ordinal()] = Micros.of(cancelled);
    }
    long reached = start;
    for (Map.Entry<OrderStatus, Role> stage : BETWEEN.entrySet()) {
      Instant time = time(stage.getValue(), placed, columns, repairs);
      if (time == null) {
        continue;
      }
      long at = Micros.of(time);
      if (at < reached || at > end) {
        repairs.add(
            "%s %s left out: %s"
                .formatted(
                    stage.getValue().key(),
                    time,
                    at < reached ? "before the stage before it" : "after the order's end"));
      } else {
        reached = times[stage.getKey().ordinal()] = at;
      }
    }
    return times;
  }

  private @Nullable Instant time(
      Role role, Instant placed, Function<String, String> columns, List<String> repairs) {
    try {
      return parse(role, placed, columns);
    } catch (DateTimeException e) {
      repairs.add("%s left out: %s".formatted(role.key(), e.getMessage()));
      return null;
    }
  }

  private @Nullable Instant parse(
      Role role, @Nullable Instant placed, Function<String, String> columns) {
    TimeSource source = mapping.times().get(role);
    if (source == null) {
      return null;
    }
    List<String> values = new ArrayList<>();
    for (String column : source.columns()) {
      String value = columns.apply(column);
      if (value.isEmpty()) {
        return null;
      }
      values.add(value);
    }
    TimeFormat format = mapping.timeFormat();
    if (source instanceof TimeSource.WeekdayAndHour) {
      return format.weekday(values.get(0), values.get(1));
    }
    if (source instanceof TimeSource.MinutesAfterPlaced && placed != null) {
      return after(placed, values.get(0));
    }
    Instant time = format.parse(values.get(0));
    return placed == null ? time : format.unwrap(time, placed);
  }

  private static Instant after(Instant placed, String minutes) {
    try {
      BigDecimal micros = new BigDecimal(minutes).multiply(BigDecimal.valueOf(Micros.MINUTE));
      return Micros.instant(
          Math.addExact(
              Micros.of(placed), micros.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new DateTimeException("'%s' is no number of minutes".formatted(minutes), e);
    }
  }

  private String entity(Role role, Function<String, String> columns, List<String> repairs) {
    String value = value(role, columns);
    if (value.isEmpty()) {
      if (mapping.columns().containsKey(role)) {
        repairs.add(role.key() + " is empty: stored as 'unknown'");
      }
      return "unknown";
    }
    return value;
  }

  private String currency(Function<String, String> columns, List<String> repairs) {
    String fallback = mapping.constants().getOrDefault(Role.CURRENCY, "");
    String value = value(Role.CURRENCY, columns);
    if (value.isEmpty() || value.equals(fallback)) {
      return fallback;
    }
    if (value.matches("[A-Z]{3}")) {
      return value;
    }
    repairs.add("currency '%s' is no ISO 4217 code: stored as %s".formatted(value, fallback));
    return fallback;
  }

  /** Metres for the distance, the number itself otherwise. */
  private double number(
      Role role, Function<String, String> columns, double largest, List<String> repairs) {
    String text = value(role, columns);
    if (text.isEmpty()) {
      return RecordedOrder.NONE;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= largest) {
        return role == Role.DISTANCE ? number * mapping.kilometresPerUnit() * 1_000 : number;
      }
    } catch (NumberFormatException e) {
      repairs.add("%s left out: '%s' is no number".formatted(role.key(), text));
      return RecordedOrder.NONE;
    }
    repairs.add("%s left out: %s is not from 0 to %s".formatted(role.key(), text, largest));
    return RecordedOrder.NONE;
  }

  private String value(Role role, Function<String, String> columns) {
    String column = mapping.columns().get(role);
    String value = column == null ? "" : columns.apply(column);
    return value.isEmpty() ? mapping.constants().getOrDefault(role, "") : value;
  }
}

package io.flavortrend.generator.replay;

import io.flavortrend.contracts.cdc.OrderStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that will be written, in the order of time: the same for the same file and mapping, whatever
 * the speed and wherever a former run has stopped. Immutable.
 */
final class Plan {
  /** An order reaching a status. */
  record Event(RecordedOrder order, OrderStatus status) {
    long at() {
      return order.at(status);
    }
  }

  /** Something that orders refer to. */
  enum Kind {
    CUSTOMER,
    RESTAURANT,
    COURIER
  }

  /**
   * An entity at the event that first needs it.
   *
   * @param number counted from 1 within its kind, in the order of first need
   */
  record Entity(Kind kind, String key, int number, String city, long neededAt) {}

  private final List<Event> events;
  private final Map<Kind, Map<String, Entity>> entities = new EnumMap<>(Kind.class);
  private final TreeMap<Integer, List<Entity>> firstNeeded = new TreeMap<>();

  Plan(List<RecordedOrder> orders) {
    List<Event> all = new ArrayList<>();
    for (RecordedOrder order : orders) {
      for (OrderStatus status : OrderStatus.values()) {
        if (order.reaches(status)) {
          all.add(new Event(order, status));
        }
      }
    }
    Event[] sorted = all.toArray(new Event[0]);
    // Stable: at the same time, the file's order and the order of the stages hold.
    Arrays.sort(sorted, (left, right) -> Long.compare(left.at(), right.at()));
    events = List.of(sorted);
    for (Kind kind : Kind.values()) {
      entities.put(kind, new LinkedHashMap<>());
    }
    for (int i = 0; i < sorted.length; i++) {
      RecordedOrder order = sorted[i].order();
      if (sorted[i].status() == OrderStatus.PLACED) {
        need(i, Kind.CUSTOMER, order.customer(), sorted[i]);
        need(i, Kind.RESTAURANT, order.restaurant(), sorted[i]);
      }
      String courier = order.courier();
      if (courier != null && sorted[i].status() == order.courierStage()) {
        need(i, Kind.COURIER, courier, sorted[i]);
      }
    }
  }

  List<Event> events() {
    return events;
  }

  /** Names of all cities, in the order of first need. */
  Set<String> cities() {
    Set<String> cities = new LinkedHashSet<>();
    for (Event event : events) {
      cities.add(event.order().city());
    }
    return cities;
  }

  /** The currency that is used first in a city. */
  Map<String, String> currencies() {
    Map<String, String> currencies = new LinkedHashMap<>();
    for (Event event : events) {
      currencies.putIfAbsent(event.order().city(), event.order().currency());
    }
    return currencies;
  }

  /** The entities that the events from {@code from} until before {@code to} are first to need. */
  List<Entity> firstNeeded(int from, int to) {
    List<Entity> needed = new ArrayList<>();
    firstNeeded.subMap(from, to).values().forEach(needed::addAll);
    return needed;
  }

  /** The number of the entity with that key; 0 where no event needs it. */
  int number(Kind kind, String key) {
    Map<String, Entity> ofKind = entities.get(kind);
    Entity entity = ofKind == null ? null : ofKind.get(key);
    return entity == null ? 0 : entity.number();
  }

  /** How many of the first {@code position} events place an order. */
  int placedBefore(int position) {
    int placed = 0;
    for (Event event : events.subList(0, position)) {
      placed += event.status() == OrderStatus.PLACED ? 1 : 0;
    }
    return placed;
  }

  private void need(int index, Kind kind, String key, Event event) {
    Map<String, Entity> known = entities.get(kind);
    if (known != null && !known.containsKey(key)) {
      Entity entity = new Entity(kind, key, known.size() + 1, event.order().city(), event.at());
      known.put(key, entity);
      firstNeeded.computeIfAbsent(index, i -> new ArrayList<>()).add(entity);
    }
  }
}

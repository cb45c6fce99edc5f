package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals changes into rounds: within a round no order and no courier changes twice, and the changes
 * of each order and of each courier keep their sequence. So every change is a row version of its
 * own for whoever reads the log, however many are committed together.
 */
final class Rounds {
  private final List<Round> rounds = new ArrayList<>();
  private final Map<Long, Integer> nextOfOrder = new HashMap<>();
  private final Map<Long, Integer> nextOfCourier = new HashMap<>();

  private Rounds() {}

  static List<Round> of(List<Change> changes) {
    Rounds dealt = new Rounds();
    changes.forEach(dealt::deal);
    return dealt.rounds;
  }

  private void deal(Change change) {
    if (change instanceof Change.OrderPlaced placed) {
      round(0).place(placed.order());
    } else if (change instanceof Change.OrderMoved moved) {
      int number = nextOfOrder.getOrDefault(moved.orderId(), 0);
      Change.CourierChange courier = moved.courier();
      if (courier != null) {
        number = Math.max(number, nextOfCourier.getOrDefault(courier.courierId(), 0));
        round(number).change(courier);
        nextOfCourier.put(courier.courierId(), number + 1);
      }
      round(number).moved.add(moved);
      nextOfOrder.put(moved.orderId(), number + 1);
    } else if (change instanceof Change.CourierChange courier) {
      int number = nextOfCourier.getOrDefault(courier.courierId(), 0);
      round(number).change(courier);
      nextOfCourier.put(courier.courierId(), number + 1);
    } else if (change instanceof Change.ReviewWritten review) {
      last().reviews.add(review);
    } else if (change instanceof Change.WeatherObserved weather) {
      last().weather.add(weather);
    } else if (change instanceof Change.PingsRecorded pings) {
      pings.pings().forEach(ping -> last().pings.add(new Round.DatedPing(ping, pings.at())));
    }
  }

  private Round last() {
    return round(Math.max(0, rounds.size() - 1));
  }

  private Round round(int number) {
    while (rounds.size() <= number) {
      rounds.add(new Round());
    }
    return rounds.get(number);
  }
}

package io.flavortrend.generator.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a customer went through with an order: its delay, how long the food was under way, and what
 * restaurant and courier are like. Food quality, manners and mistakes are lasting traits with a
 * chance of their own each time. Never empty.
 */
final class Experience {
  private static final double VERY_LATE_MINUTES = 18;
  private static final double LATE_MINUTES = 6;
  private static final double EARLY_MINUTES = -7;
  private static final double COLD_MINUTES = 24;
  private static final double HOT_MINUTES = 11;

  private final Draws draws;

  Experience(Draws draws) {
    this.draws = draws;
  }

  /** What there is to tell of a delivered order, what weighs most first. */
  List<Topic> of(OrderLife order) {
    List<Topic> topics = new ArrayList<>();
    delivery(order, topics);
    kitchen(order, topics);
    if (order.courier != null) {
      courier(order, order.courier.id, topics);
    }
    if (topics.isEmpty()) {
      topics.add(Topic.PLAIN);
    }
    topics.sort(Comparator.comparingDouble((Topic topic) -> -Math.abs(topic.stars())));
    return topics;
  }

  private void delivery(OrderLife order, List<Topic> topics) {
    double late = minutes(order, order.closedAt - order.placed.promisedAt());
    double carried = minutes(order, order.closedAt - order.readyAt);
    if (late > LATE_MINUTES) {
      topics.add(late > VERY_LATE_MINUTES ? Topic.VERY_LATE : Topic.LATE);
    } else if (late < EARLY_MINUTES && chance(order, 0) < 0.7) {
      topics.add(Topic.FAST);
    }
    if (carried > COLD_MINUTES && chance(order, 1) < 0.8) {
      topics.add(Topic.COLD);
    } else if (carried < HOT_MINUTES && chance(order, 1) < 0.5) {
      topics.add(Topic.HOT);
    }
  }

  private void kitchen(OrderLife order, List<Topic> topics) {
    long restaurant = order.placed.restaurantId();
    double taste =
        0.45
            + 0.6 * draws.normal(Cause.KITCHEN_SPEED, restaurant, 2)
            + 0.7 * draws.normal(Cause.MISTAKE, order.placed.id(), 0);
    double care = draws.spread(Cause.KITCHEN_SPEED, restaurant, 3, 0.6);
    if (taste > 0.5) {
      topics.add(Topic.TASTY);
    } else if (taste < -0.55) {
      topics.add(Topic.BLAND);
    }
    double mistake = chance(order, 2) / care;
    // The more is in a bag, the more can be missing from it.
    if (mistake < 0.012 * order.placed.itemCount()) {
      topics.add(Topic.WRONG);
    } else if (mistake < 0.07) {
      topics.add(Topic.SPILLED);
    } else if (mistake > 0.93) {
      topics.add(Topic.PACKED);
    }
    double portion = chance(order, 3);
    if (portion < 0.05) {
      topics.add(Topic.SMALL);
    } else if (portion < 0.09) {
      topics.add(Topic.DEAR);
    } else if (portion > 0.9) {
      topics.add(Topic.GENEROUS);
    }
  }

  private void courier(OrderLife order, long courier, List<Topic> topics) {
    double manner =
        0.3
            + 0.7 * draws.normal(Cause.COURIER_MANNER, courier, 0)
            + 0.8 * draws.normal(Cause.MISTAKE, order.placed.id(), 1);
    if (manner > 1.2) {
      topics.add(Topic.FRIENDLY);
    } else if (manner < -1.5) {
      topics.add(Topic.RUDE);
    }
  }

  private double chance(OrderLife order, long what) {
    return draws.uniform(Cause.MISTAKE, order.placed.id(), 10 + what);
  }

  private static double minutes(OrderLife order, long duration) {
    return order.natural(duration) / (double) Micros.MINUTE;
  }
}

package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.MenuItem;
import io.flavortrend.generator.world.Restaurant;
import java.util.ArrayList;
import java.util.List;

/** What a customer puts into an order: one to four different dishes of the restaurant. */
final class Basket {
  private final Draws draws;

  Basket(Draws draws) {
    this.draws = draws;
  }

  List<NewOrder.Line> fill(long orderId, Restaurant restaurant) {
    double size = draws.uniform(Cause.BASKET, orderId);
    int wanted = size < 0.38 ? 1 : size < 0.76 ? 2 : size < 0.93 ? 3 : 4;
    List<MenuItem> menu = restaurant.menu();
    int count = Math.min(wanted, menu.size());
    int first = draws.index(Cause.BASKET, orderId, 1, menu.size());
    List<NewOrder.Line> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      MenuItem item = menu.get((first + i) % menu.size());
      int quantity = draws.uniform(Cause.BASKET, orderId, 2 + i) < 0.8 ? 1 : 2;
      lines.add(new NewOrder.Line(item.id(), quantity, item.priceMillis()));
    }
    return List.copyOf(lines);
  }
}

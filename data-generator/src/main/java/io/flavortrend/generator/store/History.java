package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.NewOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers the changes of the hours before the start and writes where they have led to, in bulk:
 * orders appear in the state they are in now, with the times of all they have been through. Not
 * thread-safe.
 */
public final class History implements Consumer<Change> {
  private final Map<Long, PastOrder> orders = new LinkedHashMap<>();
  private final Map<Long, Change.CourierChange> hired = new LinkedHashMap<>();
  private final Map<Long, Change.CourierChange> couriers = new LinkedHashMap<>();
  private final List<Change> rest = new ArrayList<>();

  @Override
  public void accept(Change change) {
    if (change instanceof Change.OrderPlaced placed) {
      orders.put(placed.order().id(), new PastOrder(placed.order()));
    } else if (change instanceof Change.OrderMoved moved) {
      PastOrder order = orders.get(moved.orderId());
      if (order != null) {
        order.move(moved);
      }
      if (moved.courier() != null) {
        courier(moved.courier());
      }
    } else if (change instanceof Change.CourierChange courier) {
      courier(courier);
    } else {
      rest.add(change);
    }
  }

  /** How many orders were placed. */
  public int orders() {
    return orders.size();
  }

  /**
   * Writes all in one transaction, unless orders have been written before.
   *
   * @return false where there were orders already
   * @throws SQLException when the server fails; it may then be called again on a new connection
   */
  public boolean write(Connection connection) throws SQLException {
    if (!RecentOrders.none(connection)) {
      return false;
    }
    List<Change> states = new ArrayList<>();
    couriers.forEach(
        (id, change) -> {
          if (!hired.containsKey(id)) {
            states.add(change);
          }
        });
    states.addAll(rest);
    connection.setAutoCommit(false);
    CopyRows newCouriers = new CopyRows("couriers (id, city_id, vehicle, status, updated_at)");
    for (Change.CourierChange first : hired.values()) {
      Change.CourierChange latest = couriers.getOrDefault(first.courierId(), first);
      newCouriers
          .number(first.courierId())
          .number(latest.cityId())
          .text(latest.vehicle().code())
          .text(latest.status().code())
          .instant(latest.at())
          .end();
    }
    newCouriers.write(connection);
    CopyRows rows = new CopyRows(PastOrder.COLUMNS);
    CopyRows items =
        new CopyRows(
            "order_items (order_id, line_number, menu_item_id, quantity, unit_price, updated_at)");
    for (PastOrder order : orders.values()) {
      order.add(rows);
      items(order.placed, items);
    }
    rows.write(connection);
    items.write(connection);
    new ChangeWriter(connection).add(states);
    connection.commit();
    return true;
  }

  private void courier(Change.CourierChange change) {
    if (change.hired()) {
      hired.put(change.courierId(), change);
    }
    couriers.put(change.courierId(), change);
  }

  private static void items(NewOrder order, CopyRows items) {
    int number = 1;
    for (NewOrder.Line line : order.lines()) {
      items
          .number(order.id())
          .number(number++)
          .number(line.menuItemId())
          .number(line.quantity())
          .thousandths(line.unitPriceMillis())
          .instant(order.placedAt())
          .end();
    }
  }
}

package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Inserts orders at a steady rate, one commit each, over a few connections. */
final class OrderWriter implements AutoCloseable {
  /** Far from the ids of any simulated order. */
  private static final long FIRST_ID = 9_000_000_000_000L;

  private final List<Connection> connections = new ArrayList<>();
  private final ExecutorService threads;
  private final AtomicLong nextId = new AtomicLong(FIRST_ID);
  private final long customer;
  private final long restaurant;
  private final int city;

  OrderWriter(Stack stack, int connectionCount) throws SQLException {
    threads = Executors.newFixedThreadPool(connectionCount);
    for (int i = 0; i < connectionCount; i++) {
      connections.add(stack.jdbc("flavor_app"));
    }
    try (Statement statement = connections.get(0).createStatement();
        ResultSet one =
            statement.executeQuery(
                "select r.id, r.city_id, c.id from restaurants r join customers c using (city_id) order by 1, 3 limit 1")) {
      one.next();
      restaurant = one.getLong(1);
      city = one.getInt(2);
      customer = one.getLong(3);
    }
  }

  /** Writes for that many seconds; returns how many orders. */
  long write(int perSecond, int seconds, Ledger ledger) throws Exception {
    long start = System.nanoTime();
    long count = (long) perSecond * seconds;
    AtomicLong next = new AtomicLong();
    List<Future<?>> writers = new ArrayList<>();
    for (Connection connection : connections) {
      writers.add(
          threads.submit(
              () -> {
                writeFrom(connection, next, count, start, 1e9 / perSecond, ledger);
                return null;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    return count;
  }

  @Override
  public void close() throws SQLException {
    threads.shutdownNow();
    for (Connection connection : connections) {
      connection.close();
    }
  }

  private void writeFrom(
      Connection connection,
      AtomicLong next,
      long count,
      long start,
      double intervalNanos,
      Ledger ledger)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
              distance_km, item_count, total_amount, currency, updated_at)
            values (?, ?, ?, ?, 'placed', now(), 2.5, 3, 31.500, 'TND', now())""")) {
      for (long n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
        long due = start + (long) (n * intervalNanos);
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        long id = nextId.getAndIncrement();
        insert.setLong(1, id);
        insert.setLong(2, customer);
        insert.setLong(3, restaurant);
        insert.setInt(4, city);
        insert.executeUpdate();
        ledger.committed(id, System.nanoTime());
      }
    }
  }
}

package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.NewOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes through one connection, all that it is given in one transaction. May be given the
 * same changes again after a failure of unknown outcome. Not thread-safe.
 */
public final class ChangeWriter implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /**
   * @param connection is used for nothing else, and closed with this
   */
  public ChangeWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Commits the changes.
   *
   * @return how many rows of captured tables were changed
   * @throws SQLException when the server fails or refuses; nothing is then known of the commit
   *     where the connection is lost, and nothing is committed otherwise
   */
  public int write(List<Change> changes) throws SQLException {
    List<Round> rounds = Rounds.of(changes);
    boolean alone = rounds.size() == 1 && rounds.get(0).isSingleStatement();
    connection.setAutoCommit(alone);
    int changed = 0;
    try {
      for (Round round : rounds) {
        changed += write(round);
      }
      if (!alone) {
        connection.commit();
      }
    } catch (SQLException e) {
      if (!alone) {
        rollBack(e);
      }
      throw e;
    }
    return changed;
  }

  /** Adds the changes to the transaction that is open on the connection. */
  public void add(List<Change> changes) throws SQLException {
    for (Round round : Rounds.of(changes)) {
      write(round);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private int write(Round round) throws SQLException {
    int changed = hire(round.hired);
    changed += place(round.placed);
    items(round.items);
    changed += move(round.moved);
    changed += couriers(round.couriers);
    changed += reviews(round.reviews);
    changed += weather(round.weather);
    return changed + pings(round.pings);
  }

  private int place(List<NewOrder> orders) throws SQLException {
    return execute(
        Statements.PLACE,
        orders,
        columns ->
            columns
                .longs(NewOrder::id)
                .longs(NewOrder::customerId)
                .longs(NewOrder::restaurantId)
                .ints(NewOrder::cityId)
                .longs(NewOrder::placedAt)
                .longs(NewOrder::promisedAt)
                .ints(NewOrder::distanceMetres)
                .ints(NewOrder::itemCount)
                .longs(NewOrder::totalMillis)
                .texts(NewOrder::currency)
                .doubles(NewOrder::dropoffLatitude)
                .doubles(NewOrder::dropoffLongitude));
  }

  private int items(List<Round.Item> items) throws SQLException {
    return execute(
        Statements.ITEMS,
        items,
        columns ->
            columns
                .longs(item -> item.order().id())
                .ints(Round.Item::number)
                .longs(item -> item.line().menuItemId())
                .ints(item -> item.line().quantity())
                .longs(item -> item.line().unitPriceMillis())
                .longs(item -> item.order().placedAt()));
  }

  private int move(List<Change.OrderMoved> moved) throws SQLException {
    return execute(
        Statements.MOVE,
        moved,
        columns ->
            columns
                .longs(Change.OrderMoved::orderId)
                .texts(move -> move.status().code())
                .longs(move -> orZero(move.courierId()))
                .longs(Change.OrderMoved::at));
  }

  private int hire(List<Change.CourierChange> hired) throws SQLException {
    return execute(
        Statements.HIRE,
        hired,
        columns ->
            columns
                .longs(Change.CourierChange::courierId)
                .ints(Change.CourierChange::cityId)
                .texts(courier -> courier.vehicle().code())
                .texts(courier -> courier.status().code())
                .longs(Change.CourierChange::at));
  }

  private int couriers(List<Change.CourierChange> couriers) throws SQLException {
    return execute(
        Statements.COURIER,
        couriers,
        columns ->
            columns
                .longs(Change.CourierChange::courierId)
                .texts(courier -> courier.status().code())
                .longs(Change.CourierChange::at));
  }

  private int reviews(List<Change.ReviewWritten> reviews) throws SQLException {
    return execute(
        Statements.REVIEW,
        reviews,
        columns ->
            columns
                .longs(Change.ReviewWritten::orderId)
                .longs(Change.ReviewWritten::restaurantId)
                .longs(review -> orZero(review.courierId()))
                .ints(Change.ReviewWritten::rating)
                .texts(Change.ReviewWritten::comment)
                .texts(Change.ReviewWritten::language)
                .longs(Change.ReviewWritten::at));
  }

  private int weather(List<Change.WeatherObserved> observed) throws SQLException {
    return execute(
        Statements.WEATHER,
        observed,
        columns ->
            columns
                .longs(Change.WeatherObserved::id)
                .ints(Change.WeatherObserved::cityId)
                .texts(Change.WeatherObserved::condition)
                .doubles(Change.WeatherObserved::temperatureC)
                .doubles(Change.WeatherObserved::rainMm)
                .doubles(Change.WeatherObserved::windKmh)
                .longs(Change.WeatherObserved::at));
  }

  private int pings(List<Round.DatedPing> pings) throws SQLException {
    return execute(
        Statements.PING,
        pings,
        columns ->
            columns
                .longs(dated -> dated.ping().id())
                .longs(dated -> dated.ping().orderId())
                .longs(dated -> dated.ping().courierId())
                .doubles(dated -> dated.ping().latitude())
                .doubles(dated -> dated.ping().longitude())
                .longs(Round.DatedPing::at));
  }

  private interface Columns<T> {
    void bind(ArrayColumns<T> columns) throws SQLException;
  }

  private <T> int execute(String sql, List<T> rows, Columns<T> columns) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    columns.bind(new ArrayColumns<>(connection, statement, rows));
    return statement.executeUpdate();
  }

  private void rollBack(SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static long orZero(@Nullable Long id) {
    return id == null ? 0 : id;
  }
}

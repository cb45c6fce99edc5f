package io.flavortrend.generator.replay;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.replay.Plan.Event;
import io.flavortrend.generator.store.ArrayColumns;
import io.flavortrend.generator.store.ProgressBeat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes events through one connection, in their order. Commits nothing. Not thread-safe. */
final class EventWriter {
  private final Connection connection;
  private final Mapping mapping;
  private final Plan plan;
  private final Progress start;
  private final Map<String, Integer> cityIds;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  EventWriter(
      Connection connection,
      Mapping mapping,
      Plan plan,
      Progress start,
      Map<String, Integer> cityIds) {
    this.connection = connection;
    this.mapping = mapping;
    this.plan = plan;
    this.start = start;
    this.cityIds = cityIds;
  }

  /** Writes the events from {@code from} until before {@code to}, and what they refer to. */
  void write(int from, int to) throws SQLException {
    Map<Plan.Kind, List<Plan.Entity>> byKind = new HashMap<>();
    for (Plan.Entity entity : plan.firstNeeded(from, to)) {
      byKind.computeIfAbsent(entity.kind(), kind -> new ArrayList<>()).add(entity);
    }
    for (Map.Entry<Plan.Kind, List<Plan.Entity>> kind : byKind.entrySet()) {
      entities(kind.getKey(), kind.getValue());
    }
    List<Event> run = new ArrayList<>();
    Set<Integer> inRun = new HashSet<>();
    for (Event event : plan.events().subList(from, to)) {
      if (!inRun.add(event.order().line())) {
        orders(run);
        run.clear();
        inRun.clear();
        inRun.add(event.order().line());
      }
      run.add(event);
    }
    orders(run);
  }

  /** Says that everything up to that time, microseconds since 1970, is written. */
  void beat(long through) throws SQLException {
    new ProgressBeat(connection).move(through);
  }

  private void orders(List<Event> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    PreparedStatement statement = prepare(ReplayStatements.ORDERS);
    ArrayColumns<Event> columns =
        new ArrayColumns<>(connection, statement, events)
            .longs(event -> id(event.order()))
            .longs(event -> id(Plan.Kind.CUSTOMER, event.order().customer()))
            .longs(event -> id(Plan.Kind.RESTAURANT, event.order().restaurant()))
            .longs(this::courier)
            .ints(event -> city(event.order().city()))
            .texts(event -> event.status().code());
    for (OrderStatus stage : OrderStatus.values()) {
      columns.longs(event -> known(event, stage));
    }
    columns
        .longs(event -> shifted(event.order().promisedAt()))
        .ints(event -> event.order().distanceMetres())
        .ints(event -> event.order().itemCount())
        .longs(event -> event.order().amountMillis())
        .texts(event -> event.order().currency())
        .texts(event -> ref(event.order().key()))
        .longs(event -> shifted(event.at()));
    int changed = statement.executeUpdate();
    if (changed != events.size()) {
      throw new SQLException(
          "Of %d orders, %d have ids that others have"
              .formatted(events.size(), events.size() - changed),
          "23505");
    }
  }

  private void entities(Plan.Kind kind, List<Plan.Entity> entities) throws SQLException {
    PreparedStatement statement =
        prepare(
            switch (kind) {
              case CUSTOMER -> ReplayStatements.CUSTOMERS;
              case RESTAURANT -> ReplayStatements.RESTAURANTS;
              case COURIER -> ReplayStatements.COURIERS;
            });
    ArrayColumns<Plan.Entity> columns =
        new ArrayColumns<>(connection, statement, entities)
            .longs(entity -> start.base(kind) + entity.number())
            .ints(entity -> city(entity.city()))
            .texts(entity -> ref(entity.key()))
            .longs(entity -> shifted(entity.neededAt()));
    if (kind == Plan.Kind.RESTAURANT) {
      columns.texts(Plan.Entity::key);
    } else if (kind == Plan.Kind.COURIER) {
      columns.texts(entity -> mapping.vehicle());
    }
    statement.executeUpdate();
  }

  /** Nothing is known before it happens. */
  private long known(Event event, OrderStatus stage) {
    boolean happened =
        stage == OrderStatus.CANCELLED
            ? event.status() == OrderStatus.CANCELLED
            : stage.compareTo(event.status()) <= 0;
    return happened ? shifted(event.order().at(stage)) : RecordedOrder.NONE;
  }

  private long courier(Event event) {
    String key = event.order().courier();
    OrderStatus known = event.order().courierStage();
    return key == null || known == null || event.status().compareTo(known) < 0
        ? 0
        : id(Plan.Kind.COURIER, key);
  }

  private long shifted(long micros) {
    return micros == RecordedOrder.NONE ? micros : micros + start.shiftMicros();
  }

  private long id(RecordedOrder order) {
    return start.orderBase() + order.line();
  }

  private long id(Plan.Kind kind, String key) {
    return start.base(kind) + plan.number(kind, key);
  }

  private int city(String name) {
    Integer id = cityIds.get(name);
    if (id == null) {
      throw new IllegalStateException("The city '%s' has vanished".formatted(name));
    }
    return id;
  }

  private String ref(String key) {
    return mapping.name() + ":" + key;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }
}

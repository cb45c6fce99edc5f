package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.DeliveryRouteRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.initdb.DatabaseRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped JSON against a real PostgreSQL: what arrives decodes into the contracts' records. */
class FlavorPostgresConnectorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  @TempDir private static Path secrets;
  private static CapturedDatabase database;
  private static CapturedRecords captured;

  @BeforeAll
  static void start() throws Exception {
    database = new CapturedDatabase(secrets);
    captured = new CapturedRecords(database.records);
    await()
        .atMost(PATIENCE)
        .until(() -> captured.beats(TopicCatalogue.ORDERS).findAny().isPresent());
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void theSnapshotHoldsEveryRowAndNoBeat() {
    List<Change<RestaurantRow>> restaurants =
        captured
            .changes(TopicCatalogue.RESTAURANTS, RestaurantRow.class)
            .filter(c -> c.source().snapshot())
            .toList();
    assertThat(restaurants).hasSize(600);
    assertThat(restaurants.get(0).after().opensAt()).isNotNull();
    assertThat(captured.changes(TopicCatalogue.COURIERS, CourierRow.class).map(c -> c.after().id()))
        .contains(1L, 1200L);
    assertThat(
            TopicCatalogue.capturedTables().stream()
                .flatMap(captured::decoded)
                .filter(r -> r instanceof Change<?> c && c.source().lastOfSnapshot()))
        .hasSize(1);
    assertThat(
            TopicCatalogue.capturedTables().stream()
                .flatMap(captured::beats)
                .filter(b -> !b.proof()))
        .isEmpty();
  }

  @Test
  void anOrderIsCapturedThroughItsLife() throws SQLException {
    database.execute(
        """
        insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at, promised_at,
          distance_km, item_count, total_amount, currency, updated_at)
        values (11, 1, 1, 1, 'placed', '2026-03-01 12:00:00.123456+01', null, 3.25, 2, 27.5, 'TND',
          '2026-03-01 12:00:00.123456+01')""");
    database.execute(
        """
        update orders set status = 'delivered', courier_id = 7,
          delivered_at = '2026-03-01 11:40:00Z', updated_at = '2026-03-01 11:40:00Z'
        where id = 11""");
    database.execute("delete from orders where id = 11");

    List<Change<OrderRow>> life =
        await().atMost(PATIENCE).until(() -> order(11), l -> l.size() == 3);
    OrderRow placed = life.get(0).after();
    assertThat(life.get(0).operation()).isEqualTo(Operation.CREATE);
    assertThat(life.get(0).before()).isNull();
    assertThat(placed.placedAt()).isEqualTo(Instant.parse("2026-03-01T11:00:00.123456Z"));
    assertThat(placed.totalAmount()).isEqualTo("27.500");
    assertThat(placed.distanceKm()).isEqualTo("3.250");
    assertThat(placed.courierId()).isNull();
    assertThat(placed.promisedAt()).isNull();
    assertThat(placed.dropoffLatitude()).isNull();
    assertThat(life.get(1).operation()).isEqualTo(Operation.UPDATE);
    assertThat(life.get(1).before()).isEqualTo(placed);
    assertThat(life.get(1).after().status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(life.get(1).after().courierId()).isEqualTo(7);
    assertThat(life.get(2).operation()).isEqualTo(Operation.DELETE);
    assertThat(life.get(2).before()).isEqualTo(life.get(1).after());
    assertThat(life).extracting(c -> c.source().lsn()).isSorted().doesNotContain(0L);
    assertThat(life)
        .allSatisfy(
            change ->
                assertThat(change.capturedAt())
                    .isBetween(
                        change.source().committedAt().minusMillis(1),
                        change.source().committedAt().plusSeconds(10)));
    assertThat(captured.keys(TopicCatalogue.ORDERS)).contains("{\"id\":11}");
    assertThat(captured.of(TopicCatalogue.ORDERS).filter(r -> r.value() == null)).hasSize(1);
  }

  @Test
  void anUnchangedLargeTextStaysWhole() throws SQLException {
    Random random = new Random(1);
    String comment =
        random
            .ints(20_000, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    database.execute(
        """
        insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
          total_amount, currency, updated_at) values (12, 1, 1, 1, 'placed', now(), 9, 'TND', now());
        insert into order_reviews (id, order_id, restaurant_id, rating, comment, created_at,
          updated_at) values (12, 12, 1, 4, '%s', now(), now());
        update order_reviews set rating = 2 where id = 12"""
            .formatted(comment));

    List<Change<ReviewRow>> reviews =
        await()
            .atMost(PATIENCE)
            .until(
                () -> captured.changes(TopicCatalogue.ORDER_REVIEWS, ReviewRow.class).toList(),
                l -> l.size() == 2);

    assertThat(reviews.get(1).before().rating()).isEqualTo(4);
    assertThat(reviews.get(1).before().comment()).isEqualTo(comment);
    assertThat(reviews.get(1).after().rating()).isEqualTo(2);
    assertThat(reviews.get(1).after().comment()).isEqualTo(comment);
  }

  @Test
  void weatherCouriersAndRoutesDecode() throws SQLException {
    database.execute(
        """
        insert into weather_conditions (id, city_id, observed_at, condition, temperature_c, updated_at)
          values (1, 1, '2026-03-01 10:00:00Z', 'rain', 14.5, now());
        update couriers set status = 'busy', updated_at = now() where id = 3;
        insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
          total_amount, currency, updated_at) values (13, 1, 1, 1, 'placed', now(), 9, 'TND', now());
        insert into delivery_routes (id, order_id, courier_id, latitude, longitude, recorded_at,
          updated_at) values (1, 13, 3, 36.8, 10.18, now(), now());
        delete from delivery_routes""");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                captured.changes(TopicCatalogue.DELIVERY_ROUTES, DeliveryRouteRow.class).count()
                    == 2);
    assertThat(captured.changes(TopicCatalogue.WEATHER_CONDITIONS, WeatherRow.class).toList())
        .singleElement()
        .satisfies(change -> assertThat(change.after().temperatureC()).isEqualTo(14.5))
        .satisfies(change -> assertThat(change.after().rainMm()).isNull());
    assertThat(
            captured
                .changes(TopicCatalogue.COURIERS, CourierRow.class)
                .filter(c -> c.operation() == Operation.UPDATE))
        .singleElement()
        .satisfies(change -> assertThat(change.before().status()).isEqualTo("idle"))
        .satisfies(change -> assertThat(change.after().status()).isEqualTo("busy"));
  }

  @Test
  void aBeatStandsBehindAllThatWasCommittedBeforeIt() throws SQLException {
    for (int id = 100; id < 200; id++) {
      database.execute(
          """
          insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
            total_amount, currency, updated_at)
          values (%d, 1, 1, 1, 'placed', now(), 9, 'TND', now())"""
              .formatted(id));
    }
    Instant written = Instant.now();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                captured
                    .beats(TopicCatalogue.ORDERS)
                    .anyMatch(b -> b.beatAt() != null && b.beatAt().isAfter(written)));

    Instant proven = Instant.MIN;
    int seen = 0;
    for (CdcRecord<?> record : captured.decoded(TopicCatalogue.ORDERS).toList()) {
      if (record instanceof Beat<?> beat && beat.beatAt() != null) {
        proven = beat.beatAt().isAfter(proven) ? beat.beatAt() : proven;
      } else if (record instanceof Change<?> change
          && change.after() instanceof OrderRow row
          && row.id() >= 100) {
        // A transaction takes its commit time a moment before its commit enters the log.
        assertThat(change.source().committedAt()).isAfter(proven.minusMillis(2));
        seen++;
      }
      if (proven.isAfter(written)) {
        break;
      }
    }
    assertThat(seen).isEqualTo(100);
  }

  @Test
  void aChangeIsFollowedByABeatOfItsOwnInEveryPartitionThatIsJoined() throws SQLException {
    database.execute(
        """
        insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
          total_amount, currency, updated_at) values (14, 1, 1, 1, 'placed', now(), 9, 'TND', now())""");
    Instant committedAt =
        await()
            .atMost(PATIENCE)
            .until(() -> order(14), found -> !found.isEmpty())
            .get(0)
            .source()
            .committedAt();
    for (TopicSpec topic :
        List.of(
            TopicCatalogue.ORDERS,
            TopicCatalogue.COURIERS,
            TopicCatalogue.RESTAURANTS,
            TopicCatalogue.WEATHER_CONDITIONS)) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  captured.beats(topic).filter(b -> committedAt.equals(b.beatAt())).count()
                      == topic.partitions());
    }
    assertThat(captured.beats(TopicCatalogue.DELIVERY_ROUTES))
        .extracting(Beat::beatAt)
        .doesNotContain(committedAt);
  }

  @Test
  void eachPartitionOfEachCapturedTopicHasItsBeats() {
    for (TopicSpec topic : TopicCatalogue.capturedTables()) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        int wanted = partition;
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    captured
                        .of(topic)
                        .anyMatch(r -> Integer.valueOf(wanted).equals(r.kafkaPartition())));
      }
      assertThat(captured.beats(topic))
          .allSatisfy(b -> assertThat(b.topic()).isEqualTo(topic.name()));
    }
  }

  @Test
  void nothingElseIsWritten() {
    Set<String> expected =
        TopicCatalogue.all().stream()
            .filter(TopicSpec::captured)
            .map(TopicSpec::name)
            .collect(Collectors.toSet());

    assertThat(database.records.stream().map(SourceRecord::topic).distinct()).isSubsetOf(expected);
    assertThat(captured.of(TopicCatalogue.TRANSACTION)).isNotEmpty();
  }

  @Test
  void personalColumnsNeverAppear() {
    Set<String> columns = new TreeSet<>();
    for (TopicSpec topic : TopicCatalogue.capturedTables()) {
      captured
          .of(topic)
          .map(SourceRecord::value)
          .filter(Struct.class::isInstance)
          .map(value -> ((Struct) value).schema().field("after").schema())
          .distinct()
          .flatMap(row -> row.fields().stream())
          .map(Field::name)
          .forEach(column -> columns.add(topic.name() + "." + column));
    }

    assertThat(columns).isNotEmpty().noneMatch(c -> c.matches(".*(phone|address).*"));
    // A restaurant's name is a business's, not a person's.
    assertThat(columns)
        .filteredOn(c -> c.endsWith(".name"))
        .containsExactly("flavor.public.restaurants.name");
  }

  @Test
  void inTheLogDomainTheConnectorLeavesBeatAtAlone() throws SQLException {
    database.postgres.prepare("history", TimeDomain.LOG);
    String query = ConnectorDefinition.all().get(0).config().get("heartbeat.action.query");
    database.postgres.execute(
        "history",
        DatabaseRole.FLAVOR_APP,
        "update cdc_heartbeat set beat_at = '2015-01-21 10:00:00Z', updated_at = '2015-01-21'");

    database.postgres.execute("history", DatabaseRole.FLAVOR_CDC, query);

    try (Connection connection = database.postgres.connect("history", DatabaseRole.FLAVOR_CDC);
        Statement statement = connection.createStatement();
        ResultSet beats =
            statement.executeQuery(
                """
                select count(*) filter (where beat_at = '2015-01-21 10:00:00Z'),
                  count(*) filter (where updated_at > now() - interval '1 minute') from cdc_heartbeat""")) {
      beats.next();
      assertThat(beats.getInt(1)).isEqualTo(8);
      assertThat(beats.getInt(2)).isEqualTo(8);
    }
  }

  private static List<Change<OrderRow>> order(long id) {
    Predicate<OrderRow> wanted = row -> row != null && row.id() == id;
    return captured
        .changes(TopicCatalogue.ORDERS, OrderRow.class)
        .filter(c -> wanted.test(c.before()) || wanted.test(c.after()))
        .toList();
  }
}

package io.flavortrend.initdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/** What each role may do, and what it may not. */
class PrivilegesTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = new TestServer();
    new InitDb(server.config("flavor", TimeDomain.LIVE)).run();
    TestServer.execute(
        server.connect("flavor", DatabaseRole.FLAVOR_OWNER),
        """
        create table public.later (id integer primary key);
        create table analytics.later (id integer primary key);
        create table ops.later (id integer primary key)""");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FLAVOR_APP   | insert into holidays values ('2030-01-01', 'x', now())
          FLAVOR_APP   | insert into later values (1)
          FLAVOR_APP   | update courier_profiles set name = 'x' where courier_id = 1
          FLAVOR_APP   | update cdc_heartbeat set beat_at = now(), updated_at = now()
          FLAVOR_CDC   | update cdc_heartbeat set beat_at = now(), updated_at = now()
          FLAVOR_CDC   | select * from orders
          FLAVOR_JOBS  | insert into analytics.job_generations values ('j', 1)
          FLAVOR_JOBS  | delete from analytics.later
          FLAVOR_JOBS  | select * from analytics.city_kpis
          FLAVOR_JOBS  | select id, city_id from customers
          FLAVOR_JOBS  | select * from restaurants, cities
          FLAVOR_API   | select * from orders, analytics.city_kpis, later, analytics.later
          FLAVOR_API   | insert into ops.users values ('amira', null, 'viewer', '{}', 1, false, now(), now())
          FLAVOR_API   | insert into ops.actions_log (happened_at, username, action) values (now(), 'amira', 'x')
          FLAVOR_API   | delete from ops.later
          FLAVOR_BI    | select * from analytics.city_kpis, analytics.later
          FLAVOR_READ  | select * from public.customers, public.later
          FLAVOR_READ  | select * from analytics.city_kpis
          """)
  void allowed(DatabaseRole role, String sql) throws SQLException {
    attempt(role, sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FLAVOR_APP   | select * from analytics.city_kpis
          FLAVOR_APP   | select * from ops.users
          FLAVOR_APP   | insert into cdc_heartbeat values ('t', 0, 'live', null, now())
          FLAVOR_APP   | update cdc_heartbeat set topic = 'x'
          FLAVOR_APP   | update cdc_heartbeat set time_domain = 'log'
          FLAVOR_APP   | delete from cdc_heartbeat
          FLAVOR_APP   | create table mine (id integer)
          FLAVOR_APP   | alter table orders disable trigger all
          FLAVOR_APP   | truncate orders cascade
          FLAVOR_APP   | create temp table mine (id integer)
          FLAVOR_APP   | select * from migrations.flyway_schema_history
          FLAVOR_CDC   | select * from customers
          FLAVOR_CDC   | select * from courier_profiles
          FLAVOR_CDC   | update orders set updated_at = now()
          FLAVOR_CDC   | delete from cdc_heartbeat
          FLAVOR_CDC   | drop publication flavor
          FLAVOR_JOBS  | select * from public.orders
          FLAVOR_JOBS  | select name from public.customers
          FLAVOR_JOBS  | select * from ops.users
          FLAVOR_JOBS  | create table analytics.mine (id integer)
          FLAVOR_API   | update orders set updated_at = now()
          FLAVOR_API   | delete from analytics.city_kpis
          FLAVOR_API   | update ops.actions_log set action = 'x'
          FLAVOR_API   | delete from ops.actions_log
          FLAVOR_API   | truncate ops.actions_log
          FLAVOR_BI    | select * from public.orders
          FLAVOR_BI    | delete from analytics.city_kpis
          FLAVOR_READ  | select * from ops.users
          FLAVOR_READ  | update orders set updated_at = now()
          FLAVOR_READ  | delete from analytics.city_kpis
          FLAVOR_OWNER | delete from ops.actions_log
          FLAVOR_OWNER | truncate ops.actions_log
          FLAVOR_OWNER | create role mine
          """)
  void refused(DatabaseRole role, String sql) {
    assertThatThrownBy(() -> attempt(role, sql))
        .isInstanceOf(PSQLException.class)
        .satisfies(
            e ->
                assertThat(((PSQLException) e).getSQLState())
                    .describedAs(String.valueOf(e.getMessage()))
                    // insufficient privilege, or a read-only transaction
                    .isIn("42501", "25006"));
  }

  @Test
  void onlyCaptureMayReplicateAndNobodyIsSuperuser() throws SQLException {
    assertThat(
            TestServer.column(
                server.superuser(),
                "select rolname from pg_roles where rolname like 'flavor%' and rolreplication"))
        .containsExactly("flavor_cdc");
    assertThat(
            TestServer.column(
                server.superuser(),
                """
                select rolname from pg_roles where rolname like 'flavor%'
                  and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)"""))
        .isEmpty();
  }

  @Test
  void nothingPersonalIsPublished() throws SQLException {
    assertThat(
            TestServer.column(
                server.connect("flavor", DatabaseRole.FLAVOR_OWNER),
                """
                select tablename || ': ' || array_to_string(attnames, ' ')
                from pg_publication_tables where pubname = 'flavor' order by 1"""))
        .containsExactly(
            "cdc_heartbeat: topic partition time_domain beat_at updated_at",
            "couriers: id city_id vehicle status external_ref updated_at",
            "delivery_routes: id order_id courier_id latitude longitude recorded_at updated_at",
            "order_reviews: id order_id restaurant_id courier_id rating comment language created_at"
                + " updated_at",
            "orders: id customer_id restaurant_id courier_id city_id status placed_at accepted_at"
                + " assigned_at ready_at picked_up_at delivered_at cancelled_at promised_at"
                + " distance_km item_count total_amount currency dropoff_latitude"
                + " dropoff_longitude external_ref updated_at",
            "restaurants: id city_id name cuisine latitude longitude opens_at closes_at paused"
                + " external_ref updated_at",
            "weather_conditions: id city_id observed_at condition temperature_c rain_mm wind_kmh"
                + " updated_at");
  }

  @Test
  void noCapturedColumnIsBothNullableAndDefaulted() throws SQLException {
    // Connect's JSON converter would write the default where the row has null.
    assertThat(
            TestServer.column(
                server.connect("flavor", DatabaseRole.FLAVOR_OWNER),
                """
                select c.table_name || '.' || c.column_name
                from information_schema.columns c
                join pg_publication_tables p
                  on (p.schemaname, p.tablename) = (c.table_schema, c.table_name)
                where c.is_nullable = 'YES' and c.column_default is not null"""))
        .isEmpty();
  }

  private static void attempt(DatabaseRole role, String sql) throws SQLException {
    try (Connection connection = server.connect("flavor", role);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.rollback();
    }
  }
}

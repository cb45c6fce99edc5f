package io.flavortrend.initdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.settings.InvalidSettingException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InitDbTest {
  private static final String DIGEST =
      """
      select md5(string_agg(t::text, '|' order by id)) from public.restaurants t
      union all select md5(string_agg(t::text, '|' order by id)) from public.menu_items t
      union all select md5(string_agg(t::text, '|' order by id)) from public.couriers t
      union all select md5(string_agg(t::text, '|' order by courier_id)) from public.courier_profiles t
      union all select md5(string_agg(t::text, '|' order by id)) from public.customers t""";

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = new TestServer();
    new InitDb(server.config("live1", TimeDomain.LIVE)).run();
    new InitDb(server.config("log1", TimeDomain.LOG)).run();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void aSecondRunChangesNothing() throws SQLException {
    List<String> before = owner("live1", DIGEST);

    assertThat(new InitDb(server.config("live1", TimeDomain.LIVE)).run())
        .containsExactly("applied 0 migrations to live1");
    assertThat(owner("live1", DIGEST)).isEqualTo(before);
  }

  @Test
  void everyDatabaseGetsTheSameReferenceData() throws SQLException {
    new InitDb(server.config("live2", TimeDomain.LIVE)).run();

    assertThat(owner("live2", DIGEST)).isEqualTo(owner("live1", DIGEST)).doesNotContainNull();
  }

  @Test
  void theMarketplaceFollowsPopulation() throws SQLException {
    assertThat(
            owner(
                "live1",
                """
                select count(*) from cities union all select count(*) from restaurants
                union all select count(*) from menu_items union all select count(*) from couriers
                union all select count(*) from customers"""))
        .containsExactly("24", "600", "4800", "1200", "6000");
    assertThat(
            owner(
                "live1",
                """
                select c.name from restaurants r join cities c on c.id = r.city_id
                group by c.name order by count(*) desc limit 2"""))
        .containsExactly("Tunis", "Sfax");
    assertThat(
            owner(
                "live1",
                """
                select r.id from restaurants r join cities c on c.id = r.city_id
                where abs(r.latitude - c.latitude) > 0.06 or abs(r.longitude - c.longitude) > 0.08
                   or r.opens_at is null or r.closes_at is null"""))
        .isEmpty();
  }

  @Test
  void theLogDomainHasCitiesOnly() throws SQLException {
    assertThat(
            owner(
                "log1",
                """
                select count(*) from cities union all select count(*) from restaurants
                union all select count(*) from couriers union all select count(*) from customers"""))
        .containsExactly("24", "0", "0", "0");
    assertThat(owner("log1", "select distinct time_domain from cdc_heartbeat"))
        .containsExactly("log");
  }

  @Test
  void eachPartitionOfEachCapturedTopicHasItsBeat() throws SQLException {
    assertThat(owner("live1", "select topic || '/' || partition from cdc_heartbeat order by 1"))
        .containsExactly(
            "flavor.public.couriers/0",
            "flavor.public.delivery_routes/0",
            "flavor.public.delivery_routes/1",
            "flavor.public.order_reviews/0",
            "flavor.public.orders/0",
            "flavor.public.orders/1",
            "flavor.public.restaurants/0",
            "flavor.public.weather_conditions/0");
  }

  @Test
  void theOtherTimeDomainIsRefused() {
    assertThatThrownBy(() -> new InitDb(server.config("live1", TimeDomain.LOG)).run())
        .isInstanceOf(OtherTimeDomainException.class)
        .hasMessageContaining("FLAVOR_TIME_DOMAIN is 'log'")
        .hasMessageContaining("set up as 'live'")
        .hasMessageContaining("a FLAVOR_HOME keeps its domain");
  }

  @Test
  void aDatabaseNameThatIsNoIdentifierIsRefused() {
    assertThatThrownBy(() -> server.config("x; drop", TimeDomain.LIVE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("FLAVOR_POSTGRES_DATABASE is 'x; drop'");
  }

  @Test
  void passwordsAreSetAgainByEachRun() throws SQLException {
    TestServer.execute(server.superuser(), "alter role flavor_jobs password 'forgotten'");
    assertThatThrownBy(() -> server.connect("live1", DatabaseRole.FLAVOR_JOBS))
        .hasMessageContaining("password authentication failed");

    new InitDb(server.config("live1", TimeDomain.LIVE)).run();

    server.connect("live1", DatabaseRole.FLAVOR_JOBS).close();
    assertThat(
            TestServer.column(
                server.superuser(),
                "select rolname from pg_authid where rolname like 'flavor%' and rolpassword not like 'SCRAM-SHA-256$%'"))
        .isEmpty();
  }

  @Test
  void everyTableHasAKeyAndUpdatedAt() throws SQLException {
    assertThat(
            owner(
                "live1",
                """
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and (not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
                    or not exists (select from pg_attribute a
                                   where a.attrelid = c.oid and a.attname = 'updated_at'))"""))
        .isEmpty();
  }

  private static List<String> owner(String database, String sql) throws SQLException {
    return TestServer.column(server.connect(database, DatabaseRole.FLAVOR_OWNER), sql);
  }
}

package io.flavortrend.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay against a real database: exactly once, whatever the speed and whoever is killed. */
final class ReplayTest {
  static final String MAPPING =
      """
      name: sample
      columns:
        order_id: id
        customer: customer
        restaurant: restaurant
        courier: courier
        city: city
        placed_at: placed
        accepted_at: accepted
        ready_at: ready
        picked_up_at: picked
        delivered_at: delivered
        cancelled_at: cancelled
        amount: amount
      time: {pattern: "yyyy-MM-dd HH:mm:ss", zone: UTC}
      constants: {currency: TND, city_timezone: Africa/Tunis, vehicle: scooter}
      """;
  static final String HEADER =
      "id,customer,restaurant,courier,city,placed,accepted,ready,picked,delivered,cancelled,amount\n";
  private static final String ALL =
      """
      select o.external_ref || ' ' || o.id || ' ' || o.status || ' ' || c.external_ref || ' '
        || r.external_ref || ' ' || coalesce(k.external_ref, '-') || ' ' || t.name || ' '
        || concat_ws(',', placed_at, accepted_at, ready_at, picked_up_at, delivered_at, cancelled_at)
        || ' ' || total_amount || ' ' || o.updated_at
      from orders o join customers c on c.id = o.customer_id
        join restaurants r on r.id = o.restaurant_id join cities t on t.id = o.city_id
        left join couriers k on k.id = o.courier_id
      order by o.id""";

  @TempDir Path folder;

  @Test
  void storesTheSameAtEverySpeedAndWhenItsConnectionIsKilled() throws Exception {
    ReplayFixture fixture = ReplayFixture.of(folder, csv(1_500), MAPPING);
    TestDatabase fast = TestDatabase.create(TimeDomain.LOG);
    fixture.replay(fast, Speed.MAX);

    TestDatabase slow = TestDatabase.create(TimeDomain.LOG);
    AtomicBoolean done = new AtomicBoolean();
    Thread killer = new Thread(() -> kill(slow, done));
    killer.start();
    // A day in about four seconds.
    fixture.replay(slow, new Speed(20_000));
    done.set(true);
    killer.join();

    List<String> stored = fast.column(ALL);
    assertThat(stored).hasSize(1_500);
    assertThat(slow.column(ALL)).isEqualTo(stored);
    assertThat(slow.number("select position - events from replay_progress")).isZero();
    String ends =
        """
        select bool_and(beat_at = (select max(updated_at) + interval '25 hours' from orders))
        from cdc_heartbeat""";
    assertThat(slow.value(ends)).isEqualTo("t");
    assertThat(Files.readString(fixture.progress()))
        .contains("\"read\":1500", "\"stored\":1500", "\"rejected\":0", "\"done\":true");

    fixture.replay(fast, Speed.MAX);
    assertThat(fast.column(ALL)).isEqualTo(stored);
  }

  @Test
  void beatsNeverPromiseWhatIsStillToCome() throws Exception {
    ReplayFixture fixture = ReplayFixture.of(folder, csv(300), MAPPING);
    TestDatabase database = TestDatabase.create(TimeDomain.LOG);
    // Every change of an order is compared with the beat that stands before it.
    database.execute(
        """
        create table broken (what text);
        create function check_beat() returns trigger language plpgsql security definer as $$
        begin
          insert into broken select new.external_ref || new.status from cdc_heartbeat
          where beat_at >= new.updated_at limit 1;
          return new;
        end $$;
        create trigger check_beat before insert or update on orders
        for each row execute function check_beat();""");
    fixture.replay(database, new Speed(100_000));
    assertThat(database.number("select count(*) from broken")).isZero();
    assertThat(database.number("select count(*) from orders")).isEqualTo(300);
  }

  private static void kill(TestDatabase database, AtomicBoolean done) {
    while (!done.get()) {
      database.execute(
          "select pg_terminate_backend(pid), pg_sleep(0.15) from pg_stat_activity"
              + " where application_name = 'replay' and datname = current_database()");
    }
  }

  /** Orders of one day, some without intermediate times, some cancelled, many at equal times. */
  static String csv(int rows) {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      LocalDateTime placed =
          LocalDateTime.of(2026, 3, 2, 0, 0).plusMinutes(random.nextInt(24 * 60));
      LocalDateTime accepted = placed.plusSeconds(random.nextInt(300));
      LocalDateTime ready = accepted.plusMinutes(random.nextInt(20));
      LocalDateTime picked = ready.plusMinutes(random.nextInt(10));
      boolean cancelled = random.nextInt(20) == 0;
      csv.append("o%d,c%d,r%d,".formatted(i, random.nextInt(400), random.nextInt(40)))
          .append(cancelled ? "," : "k%d,".formatted(random.nextInt(60)))
          .append("City %d,".formatted(random.nextInt(3)))
          .append(time(placed))
          .append(',')
          .append(random.nextInt(4) == 0 ? "" : time(accepted))
          .append(',')
          .append(cancelled ? "" : time(ready))
          .append(',')
          .append(cancelled || random.nextInt(4) == 0 ? "" : time(picked))
          .append(',')
          .append(cancelled ? "" : time(picked.plusMinutes(15)))
          .append(',')
          .append(cancelled ? time(ready) : "")
          .append(",%d.%03d%n".formatted(random.nextInt(90), random.nextInt(1_000)));
    }
    return csv.toString();
  }

  private static String time(LocalDateTime time) {
    return time.toString().replace('T', ' ') + (time.getSecond() == 0 ? ":00" : "");
  }
}

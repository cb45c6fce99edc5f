package io.flavortrend.jobs.orderenrichment.lookup;

import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.City;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.Restaurant;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up in PostgreSQL: one thread asks for all that is wanted, many ids in one statement. */
public final class JdbcLookups implements Lookups {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcLookups.class);
  private static final long PAUSE_MILLIS = 200;

  private final LookupTable<City> cities;
  private final LookupTable<Restaurant> restaurants;
  private final LookupTable<Integer> customers;
  private final DatabaseConfig database;
  private final String job;
  private final Semaphore wanted = new Semaphore(0);
  private final Thread loader;
  private volatile boolean closed;
  private boolean failing;

  /**
   * @param job the job's name, as the database shows it
   * @param capacity rows kept of each table
   * @param staleAfter longest time that a row is served after it was read
   */
  public JdbcLookups(String job, DatabaseConfig database, int capacity, Duration staleAfter) {
    this.job = job;
    this.database = database;
    long stale = staleAfter.toMillis();
    cities =
        new LookupTable<>(
            """
            select id, name, population, timezone, array(select holiday_date from public.holidays)
            from public.cities where id = any(?)""",
            row ->
                new City(
                    row.getString(2),
                    row.getObject(3, Integer.class),
                    row.getString(4),
                    days(row.getArray(5))),
            new LookupCache<>(capacity, stale));
    restaurants =
        new LookupTable<>(
            """
            select id, name, cuisine, latitude, longitude,
              (extract(epoch from opens_at) / 60)::integer
            from public.restaurants where id = any(?)""",
            row ->
                new Restaurant(
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, Double.class),
                    row.getObject(5, Double.class),
                    row.getObject(6, Integer.class)),
            new LookupCache<>(capacity, stale));
    customers =
        new LookupTable<>(
            "select id, city_id from public.customers where id = any(?)",
            row -> row.getInt(2),
            new LookupCache<>(capacity, stale));
    loader = new Thread(this::run, job + "-lookups");
    loader.setDaemon(true);
    loader.start();
  }

  @Override
  public Attributes find(int cityId, long restaurantId, long customerId) {
    long now = System.nanoTime() / 1_000_000;
    LookupCache.Entry<City> city = cities.cache().find(cityId, now);
    LookupCache.Entry<Restaurant> restaurant = restaurants.cache().find(restaurantId, now);
    LookupCache.Entry<Integer> customer = customers.cache().find(customerId, now);
    if (wanted.availablePermits() == 0 && wants()) {
      wanted.release();
    }
    return new Attributes(
        city == null ? null : city.value(),
        restaurant == null ? null : restaurant.value(),
        customer == null ? null : customer.value(),
        city != null && restaurant != null && customer != null);
  }

  @Override
  public void close() {
    closed = true;
    loader.interrupt();
    try {
      loader.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<LocalDate> days(Array dates) throws SQLException {
    return Arrays.stream((Date[]) dates.getArray())
        .map(Date::toLocalDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean wants() {
    return cities.cache().wants() || restaurants.cache().wants() || customers.cache().wants();
  }

  private void run() {
    while (!closed) {
      try {
        serve();
      } catch (SQLException | RuntimeException e) {
        if (!failing) {
          failing = true;
          LOG.warn("Lookups fail; orders go on without them", e);
        }
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Serves through one connection until it breaks. */
  private void serve() throws SQLException, InterruptedException {
    wanted.acquire();
    try (Connection connection = database.connect(job)) {
      connection.setReadOnly(true);
      while (!closed) {
        boolean more = true;
        while (more) {
          more = false;
          for (LookupTable<?> table : List.of(cities, restaurants, customers)) {
            more |= table.load(connection);
          }
        }
        if (failing) {
          failing = false;
          LOG.info("Lookups are answered again");
        }
        wanted.acquire();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

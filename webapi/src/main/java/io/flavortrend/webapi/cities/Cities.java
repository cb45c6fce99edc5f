package io.flavortrend.webapi.cities;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.problems.Problems;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads cities and tells which of them a request is about. Thread-safe. */
@Component
public class Cities {
  private static final String ALL =
      "select id, name, latitude, longitude, population, timezone, currency"
          + " from public.cities order by id";

  private final DatabaseClient database;

  Cities(DatabaseClient database) {
    this.database = database;
  }

  /** The cities that the user may see, by id. */
  public Mono<List<City>> visibleTo(AccessToken token) {
    return database
        .sql(ALL)
        .map(Cities::city)
        .all()
        .filter(city -> token.maySee(city.id()))
        .collectList();
  }

  /**
   * The cities that a request is about: the one it names, or all that the user may see.
   *
   * @param city the request's parameter; null for all
   */
  public Mono<CityScope> scope(AccessToken token, @Nullable Integer city) {
    if (city == null) {
      return Mono.just(CityScope.of(token.cities()));
    }
    if (!token.maySee(city)) {
      return Mono.error(Problems.forbidden("city %d is not yours to see".formatted(city)));
    }
    return database
        .sql("select id from public.cities where id = :id")
        .bind("id", city)
        .mapValue(Integer.class)
        .one()
        .map(id -> CityScope.of(java.util.Set.of(id)))
        .switchIfEmpty(Mono.error(() -> Problems.notFound("There is no city %d".formatted(city))));
  }

  private static City city(Readable row) {
    return new City(
        row.get("id", Integer.class),
        row.get("name", String.class),
        row.get("latitude", Double.class),
        row.get("longitude", Double.class),
        row.get("population", Integer.class),
        row.get("timezone", String.class),
        row.get("currency", String.class));
  }
}

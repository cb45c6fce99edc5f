package io.flavortrend.webapi.predict;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.values.EnrichedOrder.Weather;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.webapi.features.EntityFeatures;
import io.flavortrend.webapi.features.FeatureQueries;
import io.flavortrend.webapi.predict.Circumstances.Restaurant;
import io.flavortrend.webapi.problems.Problems;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what an order would meet: features as of now, the weather at its time. Thread-safe. */
@Component
class CircumstancesQueries {
  private static final String RESTAURANT =
      """
      select r.id, r.city_id, c.timezone, c.currency, r.latitude, r.longitude,
             (extract(epoch from r.opens_at) / 60)::integer as opens_at_minute
      from public.restaurants r
      join public.cities c on c.id = r.city_id
      where r.id = :id
      """;

  private static final String HOLIDAY =
      "select exists (select 1 from public.holidays"
          + " where holiday_date = (:at at time zone :timezone)::date)";

  private static final String WEATHER =
      """
      select condition, temperature_c, rain_mm, wind_kmh, observed_at
      from public.weather_conditions
      where city_id = :city and observed_at <= :at
      order by observed_at desc
      limit 1
      """;

  private final DatabaseClient database;
  private final FeatureQueries features;

  CircumstancesQueries(DatabaseClient database, FeatureQueries features) {
    this.database = database;
    this.features = features;
  }

  /** 400 for a restaurant or courier that is not there, 403 where it is not the user's to see. */
  Mono<Circumstances> of(WhatIf whatIf, AccessToken token, Instant now) {
    Long courierId = whatIf.courierId();
    Instant at = whatIf.moment(now);
    return restaurant(whatIf, token)
        .flatMap(
            restaurant ->
                Mono.zip(
                        holiday(restaurant, at),
                        weather(restaurant, at),
                        featuresOf(FeatureEntity.RESTAURANT, restaurant.id(), now),
                        courierId == null
                            ? Mono.just(Optional.<EntityFeatures>empty())
                            : courier(courierId, restaurant)
                                .then(featuresOf(FeatureEntity.COURIER, courierId, now)),
                        featuresOf(FeatureEntity.CITY, restaurant.cityId(), now))
                    .map(
                        found ->
                            new Circumstances(
                                restaurant,
                                found.getT1(),
                                found.getT2().orElse(null),
                                byName(found.getT3()),
                                byName(found.getT4()),
                                byName(found.getT5()))));
  }

  private Mono<Restaurant> restaurant(WhatIf whatIf, AccessToken token) {
    long id = Objects.requireNonNull(whatIf.restaurantId());
    return database
        .sql(RESTAURANT)
        .bind("id", id)
        .map(CircumstancesQueries::restaurant)
        .one()
        .switchIfEmpty(
            Mono.error(() -> Problems.badParameter("restaurant_id", id, "the id of a restaurant")))
        .doOnNext(
            found -> {
              if (!token.maySee(found.cityId())) {
                throw Problems.forbidden(
                    "Restaurant %d is not in a city that is yours to see".formatted(id));
              }
            });
  }

  private Mono<Long> courier(long id, Restaurant restaurant) {
    return database
        .sql("select id from public.couriers where id = :id and city_id = :city")
        .bind("id", id)
        .bind("city", restaurant.cityId())
        .mapValue(Long.class)
        .one()
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problems.badParameter(
                        "courier_id", id, "the id of a courier of the restaurant's city")));
  }

  private Mono<Boolean> holiday(Restaurant restaurant, Instant at) {
    return database
        .sql(HOLIDAY)
        .bind("at", at)
        .bind("timezone", restaurant.timezone())
        .mapValue(Boolean.class)
        .one();
  }

  private Mono<Optional<Weather>> weather(Restaurant restaurant, Instant at) {
    return database
        .sql(WEATHER)
        .bind("city", restaurant.cityId())
        .bind("at", at)
        .map(CircumstancesQueries::weather)
        .one()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private Mono<Optional<EntityFeatures>> featuresOf(FeatureEntity entity, long id, Instant now) {
    return features.newest(entity, id, now).map(Optional::of).defaultIfEmpty(Optional.empty());
  }

  private static @Nullable Map<String, @Nullable Double> byName(Optional<EntityFeatures> found) {
    return found.isPresent() ? found.get().byName() : null;
  }

  private static Restaurant restaurant(Readable row) {
    return new Restaurant(
        row.get("id", Long.class),
        row.get("city_id", Integer.class),
        row.get("timezone", String.class),
        row.get("currency", String.class),
        row.get("opens_at_minute", Integer.class),
        row.get("latitude", Double.class),
        row.get("longitude", Double.class));
  }

  private static Weather weather(Readable row) {
    return new Weather(
        row.get("condition", String.class),
        row.get("temperature_c", Double.class),
        row.get("rain_mm", Double.class),
        row.get("wind_kmh", Double.class),
        row.get("observed_at", Instant.class));
  }
}

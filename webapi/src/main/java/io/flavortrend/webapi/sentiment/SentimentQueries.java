package io.flavortrend.webapi.sentiment;

import io.flavortrend.webapi.cities.CityScope;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sums up {@code analytics.review_sentiment} over a time. */
@Component
class SentimentQueries {
  // Entities first, so that words are gathered for the rows of the answer only.
  private static final String ENTITIES =
      """
      with heard as (
        select s.entity, s.entity_id, e.city_id, %1$s as name,
               sum(s.reviews)::bigint as reviews,
               sum(s.mean_score * s.reviews)
                 / sum(s.reviews) filter (where s.mean_score is not null) as mean_score,
               sum(s.negative_share * s.reviews)
                 / sum(s.reviews) filter (where s.negative_share is not null) as negative_share,
               max(s.window_start) as newest_window
        from analytics.review_sentiment s
        join public.%2$s e on e.id = s.entity_id
        where s.entity = :entity and s.window_start >= :from%3$s
        group by 1, 2, 3, 4
        having sum(s.reviews) > 0),
      first as (
        select * from heard
        order by %4$s
        limit :limit)
      select h.*, array(
               select w ->> 'word'
               from analytics.review_sentiment s, jsonb_array_elements(s.top_words) w
               where s.entity = h.entity and s.entity_id = h.entity_id
                 and s.window_start >= :from
               group by 1
               order by sum((w ->> 'count')::bigint) desc, 1
               limit 5) as top_words
      from first h
      order by %4$s
      """;

  private final DatabaseClient database;

  SentimentQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The first restaurants or couriers in this order since then, at most {@code limit}. */
  Mono<List<EntitySentiment>> since(
      CityScope scope, Entity entity, Instant from, SentimentSort sort, int limit) {
    String sql =
        ENTITIES.formatted(
            entity == Entity.RESTAURANT ? "e.name" : "null::text",
            entity == Entity.RESTAURANT ? "restaurants" : "couriers",
            scope.and("e.city_id"),
            sort.sql());
    return scope
        .bind(database.sql(sql))
        .bind("entity", entity.code())
        .bind("from", from)
        .bind("limit", limit)
        .map(SentimentQueries::entity)
        .all()
        .collectList();
  }

  private static EntitySentiment entity(Readable row) {
    return new EntitySentiment(
        row.get("entity", String.class),
        row.get("entity_id", Long.class),
        row.get("city_id", Integer.class),
        row.get("name", String.class),
        row.get("reviews", Long.class),
        row.get("mean_score", Double.class),
        row.get("negative_share", Double.class),
        List.of(row.get("top_words", String[].class)),
        row.get("newest_window", Instant.class));
  }
}

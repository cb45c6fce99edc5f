package io.flavortrend.webapi.sentiment;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SentimentTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeAll
  static void windows() {
    // Restaurant A of city 1: two windows now and one of yesterday; restaurant B of city 2: no
    // text.
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.review_sentiment;
            insert into analytics.review_sentiment (entity, entity_id, window_start, reviews,
              mean_score, negative_share, top_words, version)
            select 'restaurant', (select min(id) from public.restaurants where city_id = 1),
                   now() - w.age, w.reviews, w.score, w.negative, w.words::jsonb, 1
            from (values
              (interval '5 minutes', 3, -0.5::double precision, 1.0::double precision,
               '[{"word":"cold","count":2},{"word":"late","count":1}]'),
              (interval '10 minutes', 1, 0.5, 0, '[{"word":"late","count":2}]'),
              (interval '25 hours', 9, 1, 0, '[{"word":"fresh","count":9}]')
            ) w (age, reviews, score, negative, words);
            insert into analytics.review_sentiment (entity, entity_id, window_start, reviews,
              mean_score, negative_share, top_words, version)
            select 'restaurant', (select min(id) from public.restaurants where city_id = 2),
                   now(), 2, null, null, '[]'::jsonb, 1;
            """);
  }

  @Test
  void sumsUpTheAskedTimeByEntity() {
    JsonNode items = json(SERVER.get("/api/v1/sentiment", SERVER.token(Role.VIEWER))).path("items");

    assertThat(items).hasSize(2);
    JsonNode first = items.get(0);
    assertThat(first.path("reviews").asLong()).isEqualTo(4);
    assertThat(first.path("mean_score").asDouble()).isEqualTo(-0.25, within(1e-9));
    assertThat(first.path("negative_share").asDouble()).isEqualTo(0.75, within(1e-9));
    assertThat(first.path("top_words").toString()).isEqualTo("[\"late\",\"cold\"]");
    assertThat(first.path("name").asString()).isNotEmpty();
    JsonNode second = items.get(1);
    assertThat(second.path("mean_score").isNull()).isTrue();
    assertThat(second.path("top_words")).isEmpty();
  }

  @Test
  void putsTheUnhappiestFirstOnDemand() {
    // One angry guest of a third restaurant weighs less than the four of the first.
    TestDatabase.shared()
        .execute(
            """
            insert into analytics.review_sentiment (entity, entity_id, window_start, reviews,
              mean_score, negative_share, top_words, version)
            select 'restaurant', max(id), now(), 1, -0.5, 1, '[]'::jsonb, 1
            from public.restaurants where city_id = 3;
            """);

    JsonNode items =
        json(SERVER.get("/api/v1/sentiment?sort=negative", SERVER.token(Role.VIEWER)))
            .path("items");

    assertThat(items).extracting(item -> item.path("reviews").asInt()).containsExactly(4, 1, 2);
    TestDatabase.shared()
        .execute("delete from analytics.review_sentiment where reviews = 1 and mean_score = -0.5");
  }

  @Test
  void isNarrowedByCityAndAccount() {
    JsonNode ofCity =
        json(SERVER.get("/api/v1/sentiment?city=1", SERVER.token(Role.VIEWER))).path("items");
    JsonNode limited =
        json(SERVER.get("/api/v1/sentiment", SERVER.token(Role.VIEWER, 2))).path("items");

    assertThat(ofCity).hasSize(1);
    assertThat(limited).hasSize(1);
    assertThat(limited.get(0).path("city_id").asInt()).isEqualTo(2);
  }

  @Test
  void namesParameterAndAllowedValues() {
    for (String parameter : List.of("entity=dish", "sort=stars", "minutes=0", "limit=201")) {
      JsonNode problem =
          json(SERVER.get("/api/v1/sentiment?" + parameter, SERVER.token(Role.VIEWER)));
      assertThat(problem.path("status").asInt()).isEqualTo(400);
      assertThat(problem.path("parameter").asString())
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
  }
}

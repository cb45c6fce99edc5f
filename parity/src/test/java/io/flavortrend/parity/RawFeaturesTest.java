package io.flavortrend.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.fold.Occurrence;
import io.flavortrend.features.restaurant.RestaurantEvent;
import io.flavortrend.features.restaurant.RestaurantState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawFeaturesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int OPEN_ORDERS =
      FeatureCatalogue.names(FeatureEntity.RESTAURANT).indexOf("open_orders");

  @Test
  void featuresAreAsTheyWereAtEachInstantInWhateverOrderTheLogTells() {
    RawFeatures<RestaurantEvent> raw = new RawFeatures<>(RestaurantState::new);
    raw.want(7, NOON);
    raw.want(7, NOON.plusSeconds(60));
    raw.add(List.of(placed(7, NOON.plusSeconds(60))));
    raw.add(List.of(placed(7, NOON.minusSeconds(30)), placed(7, NOON)));
    raw.add(List.of(placed(7, NOON.plusSeconds(61)), placed(8, NOON)));

    Map<Long, double[]> found = raw.of(7);

    assertThat(found.get(NOON.toEpochMilli())[OPEN_ORDERS]).isEqualTo(2);
    assertThat(found.get(NOON.plusSeconds(60).toEpochMilli())[OPEN_ORDERS]).isEqualTo(3);
    assertThat(raw.of(8)).isEmpty();
    assertThat(raw.entities()).containsExactly(7L);
  }

  private static RestaurantEvent placed(long restaurant, Instant at) {
    long millis = at.toEpochMilli();
    return new RestaurantEvent(
        restaurant,
        1,
        new Occurrence(millis, millis, false, millis * 1_000, millis * 1_000),
        RestaurantEvent.Kind.PLACED,
        1,
        millis,
        0);
  }
}

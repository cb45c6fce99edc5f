package io.flavortrend.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.parity.Report.Difference;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VectorsTest {
  private final EnrichedOrder order = sample("orders_enriched/complete", EnrichedOrder.class);
  private final FeatureVersion restaurant = version(12, 5);

  @Test
  void aVectorOfTheSameVersionsHasNoDifference() {
    EtaPrediction prediction = prediction(restaurant);

    assertThat(Vectors.differences(prediction, order, restaurant, null, null)).isEmpty();
  }

  @Test
  void anotherVersionIsADifferenceInEachElementThatItChanges() {
    List<Difference> found =
        Vectors.differences(prediction(restaurant), order, version(12, 6), null, null);

    assertThat(found)
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.name()).isEqualTo("restaurant_open_orders");
              assertThat(difference.published()).isEqualTo(5);
              assertThat(difference.recomputed()).isEqualTo(6);
            });
  }

  @Test
  void ofSeveralVersionsTheNewestAtOrBeforeTheInstantHolds() {
    FeatureHistory history = new FeatureHistory();
    Instant at = restaurant.eventTime();
    history.add(restaurant);
    history.add(dated(version(12, 6), at, 1));
    history.add(dated(version(12, 7), at.plusMillis(1), 3));

    assertThat(history.at(12, at.minusMillis(1))).isNull();
    assertThat(open(history.at(12, at))).isEqualTo(5);
    assertThat(open(history.at(12, at.plusSeconds(60)))).isEqualTo(7);
    assertThat(history.at(13, at)).isNull();
  }

  private static @Nullable Double open(@Nullable FeatureVersion version) {
    return Objects.requireNonNull(version).features().get("open_orders");
  }

  private EtaPrediction prediction(FeatureVersion with) {
    EtaPrediction sample = sample("eta_predictions/placed", EtaPrediction.class);
    return new EtaPrediction(
        1,
        sample.orderId(),
        sample.cityId(),
        sample.restaurantId(),
        null,
        sample.stage(),
        sample.etaMinutes(),
        sample.etaP10Minutes(),
        sample.etaP90Minutes(),
        sample.predictedDeliveryAt(),
        null,
        sample.baselineMinutes(),
        sample.modelVersion(),
        EtaVectors.named(EtaVectors.of(order, sample.stage(), with.features(), null, null)),
        sample.featureAgeMs(),
        sample.featureVersions(),
        order.eventTime(),
        false,
        false,
        List.of(),
        order.version() * 16,
        sample.trace());
  }

  private FeatureVersion version(long id, double openOrders) {
    Map<String, @Nullable Double> features = new HashMap<>();
    features.put("open_orders", openOrders);
    Instant at = order.eventTime().minusSeconds(30);
    return new FeatureVersion(1, id, 1, at, 2, features, new FeatureVersion.Trace(at, at, at));
  }

  private static FeatureVersion dated(FeatureVersion version, Instant at, long number) {
    return new FeatureVersion(
        1, version.entityId(), 1, at, number, version.features(), version.trace());
  }

  private static <T> T sample(String name, Class<T> type) {
    try (InputStream in =
        Objects.requireNonNull(
            VectorsTest.class.getResourceAsStream("/samples/" + name + ".json"), name)) {
      return new JsonCodec<>(type).decode(in.readAllBytes());
    } catch (IOException | ContractViolationException e) {
      throw new IllegalStateException(name, e);
    }
  }
}

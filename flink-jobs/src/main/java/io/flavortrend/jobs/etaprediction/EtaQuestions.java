package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.features.vector.VectorElement.Group;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes the question of an order at a stage: all of it that the order itself tells. */
final class EtaQuestions {
  private EtaQuestions() {}

  static EtaQuestion of(EnrichedOrder order, Stage stage) {
    EnrichedOrder.Weather weather = order.weather();
    return new EtaQuestion(
        order.orderId(),
        order.cityId(),
        order.restaurantId(),
        order.courierId(),
        stage,
        micros(order.eventTime()),
        microsOrNull(order.promisedAt()),
        microsOrNull(weather == null ? null : weather.observedAt()),
        order.version(),
        micros(order.trace().committedAt()),
        micros(order.trace().capturedAt()),
        micros(order.trace().emittedAt()),
        0,
        EtaVectors.of(order, stage, null, null, null),
        null,
        null,
        null,
        degraded(order, stage),
        0);
  }

  private static int degraded(EnrichedOrder order, Stage stage) {
    int bits = 0;
    if (order.capped()) {
      bits |= DegradedBy.WEATHER_LATE.bit();
    }
    if (order.weatherMissing()) {
      bits |= DegradedBy.WEATHER_MISSING.bit();
    }
    if (order.lookupMissing()) {
      bits |= DegradedBy.LOOKUP_MISSING.bit();
    }
    if (order.courierId() == null && EtaVectors.needs(stage, Group.COURIER)) {
      bits |= DegradedBy.COURIER_FEATURES_MISSING.bit();
    }
    return bits;
  }

  private static @Nullable Long microsOrNull(@Nullable Instant instant) {
    return instant == null ? null : micros(instant);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.etaprediction.model.AnnouncedRelease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Questions and releases around noon. */
final class TestQuestions {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private TestQuestions() {}

  static EtaQuestion placed(long orderId, long seconds) {
    return EtaQuestions.of(
        TestOrders.of(orderId, OrderStatus.PLACED, NOON.plusSeconds(seconds), 16 * orderId)
            .enriched(),
        Stage.PLACED);
  }

  static EtaQuestion assigned(long orderId, long seconds) {
    return EtaQuestions.of(
        TestOrders.of(orderId, OrderStatus.ASSIGNED, NOON.plusSeconds(seconds), 16 * orderId)
            .enriched(),
        Stage.ASSIGNED);
  }

  /**
   * @param from seconds after noon; null for always
   */
  static AnnouncedRelease release(Role role, String version, @Nullable Long from, long offset) {
    return new AnnouncedRelease(
        new ModelRelease(
            ModelRelease.SCHEMA_VERSION,
            version,
            role,
            "file:/models/" + version + ".zip",
            "0".repeat(64),
            from == null ? null : NOON.plusSeconds(from),
            NOON),
        0,
        offset);
  }
}

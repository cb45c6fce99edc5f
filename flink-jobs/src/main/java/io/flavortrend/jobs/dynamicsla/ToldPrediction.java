package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Instant;
import java.util.Base64;

/**
 * A prediction as it was told, whole. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param role whose topic it stands in
 * @param position where it stands
 */
public record ToldPrediction(Role role, RecordPosition position, EtaPrediction value) {

  /** What it is joined by. */
  long orderId() {
    return value.orderId();
  }

  /** This prediction as a dead letter: nobody waits for it any more. */
  DeadLetter late(Instant failedAt) {
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        position.topic(),
        position.partition(),
        position.offset(),
        DynamicSlaConfig.NAME,
        Reason.LATE,
        "Order %d is not known, or no longer, when its prediction of %s comes"
            .formatted(value.orderId(), value.eventTime()),
        Base64.getEncoder().encodeToString(new JsonCodec<>(EtaPrediction.class).encode(value)),
        failedAt);
  }
}

package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of one of the topics of predictions, read. Kept in Flink's state: a field may be added,
 * none renamed.
 *
 * @param role whose topic it stands in
 * @param position where; null where it was refused
 * @param value what it says; null where it was refused
 * @param refused why it says nothing; null where it says something
 */
public record PredictionMessage(
    Role role,
    @Nullable RecordPosition position,
    @Nullable EtaPrediction value,
    @Nullable DeadLetter refused) {

  /** What it says, of a message that was not refused. */
  EtaPrediction prediction() {
    return Objects.requireNonNull(value);
  }

  /** The order, of a message that was not refused. */
  long orderId() {
    return prediction().orderId();
  }

  /** A message that nobody waited for any more. */
  DeadLetter late(Instant now) {
    RecordPosition at = Objects.requireNonNull(position);
    EtaPrediction late = prediction();
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        at.topic(),
        at.partition(),
        at.offset(),
        DynamicSlaConfig.NAME,
        Reason.LATE,
        "Order %d is not known, or no longer, when its prediction of %s comes"
            .formatted(late.orderId(), late.eventTime()),
        Base64.getEncoder().encodeToString(new JsonCodec<>(EtaPrediction.class).encode(late)),
        now);
  }
}

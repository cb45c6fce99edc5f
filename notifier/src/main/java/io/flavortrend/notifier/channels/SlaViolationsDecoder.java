package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.contracts.values.SlaViolation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channel {@code sla_violations}: the topic's own value, keyed by order and limit. It tells no
 * latency: a limit passes without any commit to measure from.
 */
public final class SlaViolationsDecoder implements ChannelDecoder {
  /** What is over stays in the snapshot for this long after it was due. */
  static final Duration SHOWN_OVER = Duration.ofMinutes(60);

  private final JsonCodec<SlaViolation> codec = new JsonCodec<>(SlaViolation.class);

  @Override
  public Optional<Update> decode(byte @Nullable [] value, Instant now)
      throws ContractViolationException {
    if (value == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The value is null");
    }
    SlaViolation violation = codec.decode(value);
    Instant until = violation.state() == State.OPEN ? null : violation.dueAt().plus(SHOWN_OVER);
    return Optional.of(
        new Update(
            violation.orderId() + "/" + violation.limitName().code(),
            violation.version(),
            violation.cityId(),
            violation.eventTime(),
            violation.dueAt(),
            until,
            value,
            false,
            violation.historical(),
            null));
  }
}

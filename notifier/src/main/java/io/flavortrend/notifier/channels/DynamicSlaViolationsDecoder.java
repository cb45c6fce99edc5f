package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channel {@code dynamic_sla_violations}: the topic's own value, keyed by order and kind. It tells
 * no latency: a violation is raised by a timer, without any commit to measure from.
 */
public final class DynamicSlaViolationsDecoder implements ChannelDecoder {
  /** What is over stays in the snapshot for this long after it came to be so. */
  static final Duration SHOWN_OVER = Duration.ofMinutes(60);

  private final JsonCodec<DynamicSlaViolation> codec = new JsonCodec<>(DynamicSlaViolation.class);

  @Override
  public Optional<Update> decode(byte @Nullable [] value, Instant now)
      throws ContractViolationException {
    if (value == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The value is null");
    }
    DynamicSlaViolation violation = codec.decode(value);
    Instant until = violation.state() == State.OPEN ? null : violation.eventTime().plus(SHOWN_OVER);
    return Optional.of(
        new Update(
            violation.orderId() + "/" + violation.kind().code(),
            violation.version(),
            violation.cityId(),
            violation.eventTime(),
            violation.raisedAt(),
            until,
            value,
            false,
            until != null && until.isBefore(now),
            null));
  }
}

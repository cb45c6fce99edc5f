package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channel {@code eta_predictions}: what the page shows of a prediction, keyed by order and stage.
 * Corrections tell no latency: they wait for what was missing, not for the machine.
 */
public final class EtaPredictionsDecoder implements ChannelDecoder {
  /** A prediction stays in the snapshot for this long after the late end of its interval. */
  static final Duration SHOWN_OVERDUE = Duration.ofMinutes(30);

  private static final double MILLIS_PER_MINUTE = 60_000;

  // Versions count corrections of the prediction in sixteenths of corrections of the order.
  private static final long CORRECTIONS = 16 * 16;

  private final JsonCodec<EtaPrediction> codec = new JsonCodec<>(EtaPrediction.class);
  private final JsonCodec<EtaPredictionData> dataCodec = new JsonCodec<>(EtaPredictionData.class);

  @Override
  public Optional<Update> decode(byte @Nullable [] value, Instant now)
      throws ContractViolationException {
    if (value == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The value is null");
    }
    EtaPrediction prediction = codec.decode(value);
    Instant until = until(prediction);
    return Optional.of(
        new Update(
            prediction.orderId() + "/" + prediction.stage().code(),
            prediction.version(),
            prediction.cityId(),
            prediction.eventTime(),
            prediction.eventTime(),
            until,
            dataCodec.encode(EtaPredictionData.of(prediction)),
            false,
            until.isBefore(now),
            times(prediction)));
  }

  private static Update.@Nullable Times times(EtaPrediction prediction) {
    EtaPrediction.Trace trace = prediction.trace();
    return prediction.version() % CORRECTIONS == 0
        ? new Update.Times(trace.committedAt(), trace.capturedAt(), trace.predictedAt())
        : null;
  }

  private static Instant until(EtaPrediction prediction) {
    long lateEndMs = Math.round(prediction.etaP90Minutes() * MILLIS_PER_MINUTE);
    return prediction.eventTime().plusMillis(lateEndMs).plus(SHOWN_OVERDUE);
  }
}

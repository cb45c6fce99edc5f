package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Channel {@code city_kpis}: the topic's own value, keyed by city and minute. */
public final class CityKpisDecoder implements ChannelDecoder {
  /** The snapshot holds the windows of this time. */
  static final Duration SHOWN = Duration.ofMinutes(60);

  /** Corrections of older windows are found by REST; a page shows no older ones live. */
  static final Duration NEWS = Duration.ofHours(24);

  private final JsonCodec<CityKpi> codec = new JsonCodec<>(CityKpi.class);

  @Override
  public Optional<Update> decode(byte @Nullable [] value, Instant now)
      throws ContractViolationException {
    if (value == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The value is null");
    }
    CityKpi kpi = codec.decode(value);
    return Optional.of(
        new Update(
            kpi.cityId() + "/" + kpi.windowStart(),
            kpi.version(),
            kpi.cityId(),
            kpi.windowStart(),
            kpi.windowStart(),
            kpi.windowStart().plus(SHOWN),
            value,
            false,
            kpi.windowStart().isBefore(now.minus(NEWS)),
            new Update.Times(
                kpi.trace().committedAt(), kpi.trace().capturedAt(), kpi.trace().emittedAt())));
  }
}

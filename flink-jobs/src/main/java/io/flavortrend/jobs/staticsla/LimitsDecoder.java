package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.SlaLimits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of the topic {@code sla_limits}; never fails, a broken one is a result too. */
final class LimitsDecoder {
  /** The longest limit, a week: what is longer was meant in another unit. */
  static final double MAX_MINUTES = 10_080;

  private final JsonCodec<SlaLimits> codec = new JsonCodec<>(SlaLimits.class);
  private final Clock clock;

  LimitsDecoder(Clock clock) {
    this.clock = clock;
  }

  LimitsMessage decode(ConsumerRecord<byte[], byte[]> message) {
    try {
      return new LimitsMessage(update(message.key(), message.value()), null);
    } catch (ContractViolationException e) {
      return new LimitsMessage(null, refused(message, e));
    }
  }

  private LimitsUpdate update(byte @Nullable [] keyBytes, byte @Nullable [] value)
      throws ContractViolationException {
    String key = keyBytes == null ? "" : new String(keyBytes, StandardCharsets.UTF_8);
    int cityId = cityId(key);
    if (value == null || value.length == 0) {
      return new LimitsUpdate(cityId, LimitMinutes.UNSAID);
    }
    SlaLimits limits = codec.decode(value);
    if (!limits.key().equals(key)) {
      throw new ContractViolationException(
          Reason.CONTRACT, "The key is '%s' and the limits are of %s".formatted(key, limits.key()));
    }
    check("accept_minutes", limits.acceptMinutes());
    check("prepare_minutes", limits.prepareMinutes());
    check("pick_up_minutes", limits.pickUpMinutes());
    check("deliver_minutes", limits.deliverMinutes());
    return new LimitsUpdate(cityId, LimitMinutes.of(limits));
  }

  private static int cityId(String key) throws ContractViolationException {
    if (key.equals(SlaLimits.DEFAULT_KEY)) {
      return LimitsUpdate.EVERYWHERE;
    }
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException e) {
      ContractViolationException violation =
          new ContractViolationException(
              Reason.CONTRACT, "The key is '%s': allowed is a city id or default".formatted(key));
      violation.initCause(e);
      throw violation;
    }
  }

  private static void check(String field, @Nullable Double minutes)
      throws ContractViolationException {
    if (minutes != null && !(minutes > 0 && minutes <= MAX_MINUTES)) {
      throw new ContractViolationException(
          Reason.CONTRACT,
          "%s is %s: allowed is more than 0 and at most %s".formatted(field, minutes, MAX_MINUTES));
    }
  }

  private DeadLetter refused(
      ConsumerRecord<byte[], byte[]> message, ContractViolationException violation) {
    byte[] value = message.value() == null ? new byte[0] : message.value();
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        message.topic(),
        message.partition(),
        message.offset(),
        StaticSlaConfig.NAME,
        violation.reason(),
        String.valueOf(violation.getMessage()),
        Base64.getEncoder().encodeToString(value),
        clock.instant());
  }
}

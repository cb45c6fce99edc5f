package io.flavortrend.jobs.frame.capture;

import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.codec.ContractViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record's bytes into a {@link CapturedRecord}; never fails, since a record that breaks its
 * contract is a result too. Thread-safe.
 *
 * @param <R> the table's row
 */
public final class CapturedDecoder<R> {
  private static final byte[] NOTHING = {};

  private final ChangeCodec<R> codec;

  /**
   * @param rowType the table's public record
   */
  public CapturedDecoder(Class<R> rowType) {
    codec = new ChangeCodec<>(rowType);
  }

  /**
   * Decodes one record.
   *
   * @param value the record's value; null or empty for a tombstone
   */
  public CapturedRecord<R> decode(
      String topic, int partition, long offset, byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      return new CapturedRecord<>(topic, partition, offset, NOTHING, null, null);
    }
    try {
      return new CapturedRecord<>(
          topic, partition, offset, value, codec.decode(value).orElse(null), null);
    } catch (ContractViolationException e) {
      return new CapturedRecord<>(topic, partition, offset, value, null, e);
    }
  }
}

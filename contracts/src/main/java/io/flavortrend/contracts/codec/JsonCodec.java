package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Codec of one record type: UTF-8 JSON. Thread-safe.
 *
 * @param <T> the record type
 */
public final class JsonCodec<T> {
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final RequiredFields<T> requiredFields;

  /**
   * @param type a public record
   */
  public JsonCodec(Class<T> type) {
    reader = Json.mapper().readerFor(type);
    writer = Json.mapper().writerFor(type);
    requiredFields = new RequiredFields<>(type);
  }

  /** The record as UTF-8 JSON. */
  public byte[] encode(T value) {
    return writer.writeValueAsBytes(value);
  }

  /**
   * The record in these bytes; unknown fields are ignored.
   *
   * @throws ContractViolationException when the bytes are not JSON, or a field is missing or has
   *     the wrong type
   */
  public T decode(byte[] bytes) throws ContractViolationException {
    refuseEmpty(bytes);
    T value;
    try {
      value = reader.readValue(bytes);
    } catch (StreamReadException e) {
      throw violation(Reason.MALFORMED, e);
    } catch (JacksonException e) {
      throw violation(Reason.CONTRACT, e);
    }
    if (value == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The value is null");
    }
    return requiredFields.check(value);
  }

  static void refuseEmpty(byte[] bytes) throws ContractViolationException {
    if (bytes.length == 0) {
      throw new ContractViolationException(Reason.MALFORMED, "The value is empty");
    }
  }

  static ContractViolationException violation(Reason reason, JacksonException cause) {
    ContractViolationException violation =
        new ContractViolationException(reason, cause.getOriginalMessage());
    violation.initCause(cause);
    return violation;
  }
}

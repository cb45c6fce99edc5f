package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.ChangeSource;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.codec.ChangeEnvelope.Slice;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decodes what Debezium writes to a captured topic: its change envelope as JSON without schemas,
 * decimals as strings, times as ISO strings. Thread-safe.
 *
 * @param <R> the table's row
 */
public final class ChangeCodec<R> {
  /** The table whose rows are the progress beats. */
  public static final String BEAT_TABLE = "cdc_heartbeat";

  private static final byte[] BEAT_MARK =
      ("\"table\":\"" + BEAT_TABLE + "\"").getBytes(StandardCharsets.UTF_8);

  private final JsonMapper mapper = Json.mapper();
  private final ObjectReader treeReader = mapper.reader();
  private final ObjectReader rowReader;
  private final RequiredFields<R> requiredFields;

  /**
   * @param rowType the table's public record
   */
  public ChangeCodec(Class<R> rowType) {
    rowReader = mapper.readerFor(rowType);
    requiredFields = new RequiredFields<>(rowType);
  }

  /**
   * Whether these bytes are a beat's, by a look that costs next to nothing: on a quiet topic most
   * records are, and whoever wants changes alone need not decode them. True for no change; for
   * bytes that are no envelope it means nothing.
   */
  public static boolean looksLikeBeat(byte[] value) {
    outer:
    for (int from = 0; from <= value.length - BEAT_MARK.length; from++) {
      for (int i = 0; i < BEAT_MARK.length; i++) {
        if (value[from + i] != BEAT_MARK[i]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  /**
   * The change or beat in these bytes; empty for a tombstone, which follows a deleted row and says
   * nothing new.
   *
   * @param value the record's value; null for a tombstone
   * @throws ContractViolationException when the bytes are not an envelope of this table
   */
  public Optional<CdcRecord<R>> decode(byte @Nullable [] value) throws ContractViolationException {
    if (value == null) {
      return Optional.empty();
    }
    JsonCodec.refuseEmpty(value);
    try {
      ChangeEnvelope envelope = ChangeEnvelope.read(mapper, value);
      return Optional.of(
          BEAT_TABLE.equals(envelope.table()) ? beat(envelope, value) : change(envelope, value));
    } catch (StreamReadException e) {
      throw JsonCodec.violation(Reason.MALFORMED, e);
    } catch (JacksonException e) {
      throw JsonCodec.violation(Reason.CONTRACT, e);
    }
  }

  private Change<R> change(ChangeEnvelope envelope, byte[] value)
      throws ContractViolationException {
    Operation operation = operation(envelope.operation());
    R before = row(envelope.before(), value);
    R after = row(envelope.after(), value);
    if (operation == Operation.DELETE ? before == null : after == null) {
      throw new ContractViolationException(
          Reason.CONTRACT, "A change '%s' lacks its row".formatted(operation.code()));
    }
    return new Change<>(
        operation,
        before,
        after,
        new ChangeSource(
            envelope.lsn(),
            envelope.committedAt(),
            !envelope.snapshot().equals("false"),
            envelope.snapshot().equals("last")),
        envelope.capturedAt());
  }

  private Beat<R> beat(ChangeEnvelope envelope, byte[] value) throws ContractViolationException {
    Slice slice = envelope.after();
    if (slice == null) {
      throw new ContractViolationException(Reason.CONTRACT, "The envelope lacks after");
    }
    JsonNode after = treeReader.readTree(value, slice.from(), slice.length());
    JsonNode beatAt = after.path("beat_at");
    return new Beat<>(
        required(after, "topic").asString(),
        required(after, "partition").asInt(),
        beatAt.isNull() || beatAt.isMissingNode()
            ? null
            : mapper.treeToValue(beatAt, Instant.class),
        envelope.snapshot().equals("false"));
  }

  private @Nullable R row(@Nullable Slice slice, byte[] value) throws ContractViolationException {
    return slice == null
        ? null
        : requiredFields.check(rowReader.readValue(value, slice.from(), slice.length()));
  }

  private static JsonNode required(JsonNode parent, String field)
      throws ContractViolationException {
    JsonNode node = parent.get(field);
    if (node == null || node.isNull()) {
      throw new ContractViolationException(Reason.CONTRACT, "The envelope lacks " + field);
    }
    return node;
  }

  private static Operation operation(String code) throws ContractViolationException {
    for (Operation operation : Operation.values()) {
      if (operation.code().equals(code)) {
        return operation;
      }
    }
    throw new ContractViolationException(
        Reason.CONTRACT, "op is '%s': allowed is one of c, u, d, r".formatted(code));
  }
}

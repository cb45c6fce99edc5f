package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debezium's envelope taken apart in one pass. Its rows stay bytes until it is known whether they
 * are the table's or a beat's: the table's name stands behind them.
 */
final class ChangeEnvelope {
  /** A JSON object within the envelope's bytes. */
  record Slice(int from, int length) {}

  private @Nullable Slice before;
  private @Nullable Slice after;
  private boolean hasSource;
  private @Nullable String table;
  private @Nullable String operation;
  private @Nullable Instant capturedAt;
  private @Nullable Instant committedAt;
  private String snapshot = "false";
  private long lsn;

  private ChangeEnvelope() {}

  /**
   * Takes these bytes apart.
   *
   * @throws tools.jackson.core.JacksonException when they are not JSON
   * @throws ContractViolationException when they are JSON but not one object
   */
  static ChangeEnvelope read(JsonMapper mapper, byte[] bytes) throws ContractViolationException {
    ChangeEnvelope envelope = new ChangeEnvelope();
    try (JsonParser parser = mapper.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        // What is no JSON at all is found out by reading on.
        parser.skipChildren();
        parser.nextToken();
        throw new ContractViolationException(Reason.CONTRACT, "The envelope is no object");
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        switch (name) {
          case "before" -> envelope.before = slice(parser);
          case "after" -> envelope.after = slice(parser);
          case "source" -> envelope.source(parser);
          case "op" -> envelope.operation = text(parser);
          case "ts_us" -> envelope.capturedAt = micros(parser);
          default -> parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new ContractViolationException(Reason.CONTRACT, "More follows the envelope");
      }
    }
    return envelope;
  }

  /** Null where there is none. */
  @Nullable Slice before() {
    return before;
  }

  /** Null where there is none. */
  @Nullable Slice after() {
    return after;
  }

  String table() throws ContractViolationException {
    if (!hasSource) {
      throw lacks("source");
    }
    return required(table, "table");
  }

  String operation() throws ContractViolationException {
    return required(operation, "op");
  }

  /** When the change was committed; microseconds. */
  Instant committedAt() throws ContractViolationException {
    return required(committedAt, "ts_us");
  }

  /** When Debezium read the change; microseconds. */
  Instant capturedAt() throws ContractViolationException {
    return required(capturedAt, "ts_us");
  }

  /** {@code false} for a change, otherwise where in a snapshot the row stands. */
  String snapshot() {
    return snapshot;
  }

  /** Position in the log; 0 where it is not told. */
  long lsn() {
    return lsn;
  }

  private void source(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    hasSource = true;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "table" -> table = text(parser);
        case "snapshot" -> {
          String told = text(parser);
          snapshot = told == null ? "false" : told;
        }
        case "lsn" -> lsn = parser.getValueAsLong(0);
        case "ts_us" -> committedAt = micros(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private static @Nullable Slice slice(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    return new Slice(from, (int) parser.currentLocation().getByteOffset() - from);
  }

  private static @Nullable String text(JsonParser parser) {
    String text = parser.getValueAsString();
    parser.skipChildren();
    return text;
  }

  private static @Nullable Instant micros(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      parser.skipChildren();
      return null;
    }
    return Instant.EPOCH.plus(parser.getLongValue(), ChronoUnit.MICROS);
  }

  private static <T> T required(@Nullable T value, String field) throws ContractViolationException {
    if (value == null) {
      throw lacks(field);
    }
    return value;
  }

  private static ContractViolationException lacks(String field) {
    return new ContractViolationException(Reason.CONTRACT, "The envelope lacks " + field);
  }
}

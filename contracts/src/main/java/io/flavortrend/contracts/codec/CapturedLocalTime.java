package io.flavortrend.contracts.codec;

import java.time.DateTimeException;
import java.time.LocalTime;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A {@code time} column as Debezium writes it: {@code 10:30:00Z}, although the column has no zone
 * and the time is a local one. The plain form without Z is read too.
 */
final class CapturedLocalTime extends StdDeserializer<LocalTime> {
  CapturedLocalTime() {
    super(LocalTime.class);
  }

  @Override
  public LocalTime deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getValueAsString("");
    try {
      return LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
    } catch (DateTimeException e) {
      return (LocalTime)
          context.handleWeirdStringValue(LocalTime.class, text, "not a time such as 10:30:00");
    }
  }
}

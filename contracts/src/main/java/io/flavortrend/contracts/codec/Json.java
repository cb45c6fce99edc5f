package io.flavortrend.contracts.codec;

import java.time.Instant;
import java.time.LocalTime;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one way in which records become JSON: snake_case, ISO-8601 instants, exact decimals. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new RequiredPrimitives())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(
              new SimpleModule()
                  .addDeserializer(LocalTime.class, new CapturedLocalTime())
                  .addDeserializer(Instant.class, new UtcInstant()))
          .build();

  private Json() {}

  /** The shared mapper; thread-safe. */
  public static JsonMapper mapper() {
    return MAPPER;
  }
}

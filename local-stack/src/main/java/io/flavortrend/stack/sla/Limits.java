package io.flavortrend.stack.sla;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of the topic {@code sla_limits}: minutes for each stage, null where nothing is said.
 *
 * @param cityId null for all cities
 */
public record Limits(
    @Nullable Integer cityId,
    @Nullable Double acceptMinutes,
    @Nullable Double prepareMinutes,
    @Nullable Double pickUpMinutes,
    @Nullable Double deliverMinutes) {
  private static final int SCHEMA_VERSION = 1;
  private static final String DEFAULT_KEY = "default";

  /** Nothing said of a city, or of all. */
  public static Limits unsaid(@Nullable Integer cityId) {
    return new Limits(cityId, null, null, null, null);
  }

  /** The key of a city's value. */
  public static String key(@Nullable Integer cityId) {
    return cityId == null ? DEFAULT_KEY : cityId.toString();
  }

  /** These, with what the others say. */
  public Limits overlaidBy(Limits others) {
    return new Limits(
        cityId,
        or(others.acceptMinutes, acceptMinutes),
        or(others.prepareMinutes, prepareMinutes),
        or(others.pickUpMinutes, pickUpMinutes),
        or(others.deliverMinutes, deliverMinutes));
  }

  /** As the topic has it. */
  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("city_id", cityId);
    json.put("accept_minutes", acceptMinutes);
    json.put("prepare_minutes", prepareMinutes);
    json.put("pick_up_minutes", pickUpMinutes);
    json.put("deliver_minutes", deliverMinutes);
    return json;
  }

  static Limits fromJson(JsonNode json) {
    return new Limits(
        json.path("city_id").isNumber() ? json.path("city_id").asInt() : null,
        minutes(json, "accept_minutes"),
        minutes(json, "prepare_minutes"),
        minutes(json, "pick_up_minutes"),
        minutes(json, "deliver_minutes"));
  }

  private static @Nullable Double minutes(JsonNode json, String field) {
    return json.path(field).isNumber() ? json.path(field).asDouble() : null;
  }

  private static @Nullable Double or(@Nullable Double one, @Nullable Double other) {
    return one == null ? other : one;
  }
}

package io.flavortrend.notifier.clients;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.clients.Refusal.Code;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a client asks for.
 *
 * @param token a bearer token; null where a cookie came with the handshake
 * @param channels at least one, without repetition
 * @param city only events of this city; null for all that the token allows
 * @param resume a cursor; null to start with snapshots
 * @param batch true to get what is ready at once in one frame
 */
record SubscribeRequest(
    @Nullable String token,
    List<Channel> channels,
    @Nullable Integer city,
    @Nullable String resume,
    boolean batch) {

  /**
   * Reads a client's message.
   *
   * @throws RefusedException naming the field and what is allowed
   */
  static SubscribeRequest parse(String text) throws RefusedException {
    JsonNode message;
    try {
      message = Json.mapper().readTree(text);
    } catch (JacksonException e) {
      throw bad("the message is not JSON");
    }
    if (!message.isObject() || !message.path("type").asString("").equals("subscribe")) {
      throw bad("type: allowed is subscribe");
    }
    return new SubscribeRequest(
        text(message, "token"),
        channels(message.path("channels")),
        city(message.path("city")),
        text(message, "resume"),
        flag(message.path("batch")));
  }

  private static List<Channel> channels(JsonNode node) throws RefusedException {
    EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
    if (node.isArray()) {
      for (JsonNode name : node) {
        channels.add(
            Channel.of(name.asString(""))
                .orElseThrow(
                    () -> bad("channels: %s is none of %s".formatted(name, Channel.allowed()))));
      }
    }
    if (channels.isEmpty()) {
      throw bad("channels: allowed is a list of %s".formatted(Channel.allowed()));
    }
    return List.copyOf(channels);
  }

  private static @Nullable Integer city(JsonNode node) throws RefusedException {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isInt()) {
      throw bad("city: allowed is a city's id or null");
    }
    return node.intValue();
  }

  private static @Nullable String text(JsonNode message, String field) throws RefusedException {
    JsonNode node = message.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw bad(field + ": allowed is a text or null");
    }
    return node.stringValue();
  }

  private static boolean flag(JsonNode node) throws RefusedException {
    if (node.isMissingNode() || node.isNull()) {
      return false;
    }
    if (!node.isBoolean()) {
      throw bad("batch: allowed is true or false");
    }
    return node.booleanValue();
  }

  private static RefusedException bad(String detail) {
    return new RefusedException(Code.BAD_REQUEST, detail);
  }
}

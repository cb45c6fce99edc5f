package io.flavortrend.notifier.clients;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.Cursor;
import io.flavortrend.notifier.channels.Event;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The server's messages as UTF-8 JSON. Data that an event already holds encoded is only copied. */
final class Frames {
  private static final byte[] EVENTS = utf8("{\"type\":\"events\",\"events\":[");
  private static final byte[] END_LIST = utf8("]}");

  private Frames() {}

  static byte[] subscribed(List<Channel> channels, @Nullable Integer city, int heartbeatSeconds) {
    ObjectNode node = message("subscribed");
    channels.forEach(channel -> node.withArray("channels").add(channel.code()));
    node.put("city", city);
    node.put("heartbeat_seconds", heartbeatSeconds);
    return bytes(node);
  }

  static byte[] gap(Channel channel, String reason, int missed) {
    ObjectNode node = message("gap").put("channel", channel.code()).put("reason", reason);
    node.put("missed", missed < 0 ? null : missed);
    return bytes(node);
  }

  static byte[] heartbeat(Instant at, Cursor cursor, Collection<Channel> channels) {
    return bytes(
        message("heartbeat").put("at", at.toString()).put("cursor", cursor.text(channels)));
  }

  static byte[] error(Refusal refusal) {
    return bytes(
        message("error").put("code", refusal.code().code()).put("detail", refusal.detail()));
  }

  static byte[] snapshot(
      Channel channel, List<Event> items, Cursor cursor, Collection<Channel> channels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 + items.size() * 400);
    out.writeBytes(
        utf8(
            "{\"type\":\"snapshot\",\"channel\":\"%s\",\"cursor\":\"%s\",\"items\":["
                .formatted(channel.code(), cursor.text(channels))));
    for (int i = 0; i < items.size(); i++) {
      out.write(i == 0 ? '{' : ',');
      if (i > 0) {
        out.write('{');
      }
      out.writeBytes(items.get(i).item());
      out.write('}');
    }
    out.writeBytes(END_LIST);
    return out.toByteArray();
  }

  static byte[] event(Event event, Collection<Channel> channels, Instant sentAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(event.item().length + 160);
    writeEvent(out, event, channels, sentAt);
    return out.toByteArray();
  }

  static byte[] events(List<Event> events, Collection<Channel> channels, Instant sentAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 + events.size() * 500);
    out.writeBytes(EVENTS);
    for (int i = 0; i < events.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      writeEvent(out, events.get(i), channels, sentAt);
    }
    out.writeBytes(END_LIST);
    return out.toByteArray();
  }

  private static void writeEvent(
      ByteArrayOutputStream out, Event event, Collection<Channel> channels, Instant sentAt) {
    out.writeBytes(
        utf8(
            "{\"type\":\"event\",\"channel\":\""
                + event.channel().code()
                + "\",\"cursor\":\""
                + event.cursor().text(channels)
                + "\","));
    out.writeBytes(event.item());
    out.writeBytes(utf8(",\"sent_at\":\"" + sentAt + "\"}"));
  }

  private static ObjectNode message(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }

  private static byte[] bytes(ObjectNode node) {
    return Json.mapper().writeValueAsBytes(node);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

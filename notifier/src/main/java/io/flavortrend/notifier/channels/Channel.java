package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The channels a client can subscribe to, each fed by one topic. */
public enum Channel {
  /** Figures of each city and minute, as the job city-kpis writes them. */
  CITY_KPIS("city_kpis", 'k', TopicCatalogue.CITY_KPIS),
  /** Where each order stands. */
  ORDER_STATUS("order_status", 'o', TopicCatalogue.ORDERS),
  /** Fixed limits that orders break, as the job static-sla writes them. */
  SLA_VIOLATIONS("sla_violations", 's', TopicCatalogue.SLA_VIOLATIONS),
  /** When each order will be delivered, as the champion says at each stage. */
  ETA_PREDICTIONS("eta_predictions", 'e', TopicCatalogue.ETA_PREDICTIONS),
  /** Orders later than predicted, or predicted to miss their promise. */
  DYNAMIC_SLA_VIOLATIONS("dynamic_sla_violations", 'd', TopicCatalogue.DYNAMIC_SLA_VIOLATIONS);

  private final String code;
  private final char letter;
  private final TopicSpec topic;

  Channel(String code, char letter, TopicSpec topic) {
    this.code = code;
    this.letter = letter;
    this.topic = topic;
  }

  /** The name in messages. */
  public String code() {
    return code;
  }

  /** The name in cursors, short because every event carries one. */
  char letter() {
    return letter;
  }

  /** The topic that feeds the channel. */
  public TopicSpec topic() {
    return topic;
  }

  /** The channel of that name; empty for an unknown one. */
  public static Optional<Channel> of(String code) {
    return Arrays.stream(values()).filter(channel -> channel.code.equals(code)).findFirst();
  }

  /** All names, for messages to people. */
  public static String allowed() {
    return Arrays.stream(values()).map(Channel::code).collect(Collectors.joining(", "));
  }
}

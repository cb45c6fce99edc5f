package io.flavortrend.notifier.clients;

import io.flavortrend.settings.Settings;
import java.time.Duration;

/**
 * What a client may cost.
 *
 * @param outbox how much may wait for it
 * @param firstMessage time for the first message
 * @param heartbeat time between signs of life
 * @param batchEvents events in one frame at most
 * @param subscribesPerMinute messages that one connection may send in a minute
 */
public record ClientLimits(
    Outbox.Limits outbox,
    Duration firstMessage,
    Duration heartbeat,
    int batchEvents,
    int subscribesPerMinute) {

  /** Reads and checks them. */
  public static ClientLimits from(Settings settings) {
    return new ClientLimits(
        new Outbox.Limits(
            settings.integer("FLAVOR_NOTIFIER_COALESCE_AT", 512, 1, 100_000),
            settings.integer("FLAVOR_NOTIFIER_MAX_QUEUED", 5_000, 10, 1_000_000),
            Duration.ofSeconds(settings.integer("FLAVOR_NOTIFIER_MAX_STALL_SECONDS", 20, 1, 600))
                .toNanos()),
        Duration.ofSeconds(5),
        Duration.ofSeconds(settings.integer("FLAVOR_NOTIFIER_HEARTBEAT_SECONDS", 10, 1, 600)),
        200,
        30);
  }
}

package io.flavortrend.notifier.latency;

import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.Event;
import io.flavortrend.notifier.channels.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Histograms of the stages on the way of events, over the last minute. Thread-safe. */
public final class StageLatencies {
  /** Length of a slice of the minute. */
  public static final Duration SLICE = Duration.ofSeconds(5);

  private final Map<Stage, MinuteHistogram> stages = new EnumMap<>(Stage.class);
  private final Map<Channel, MinuteRate> rates = new EnumMap<>(Channel.class);

  /** All empty. */
  public StageLatencies() {
    for (Stage stage : Stage.values()) {
      stages.put(stage, new MinuteHistogram());
    }
    for (Channel channel : Channel.values()) {
      rates.put(channel, new MinuteRate());
    }
  }

  /** Notes what has been read as it happened. */
  public void read(Channel channel, Update update, Instant readAt) {
    MinuteRate rate = rates.get(channel);
    if (rate != null) {
      rate.increment();
    }
    Update.Times times = update.times();
    if (times == null) {
      return;
    }
    Instant emittedAt = times.emittedAt();
    if (emittedAt == null) {
      note(Stage.CAPTURE, times.committedAt(), times.capturedAt());
      note(Stage.PUBLISH, times.capturedAt(), readAt);
    } else {
      Stage job = channel == Channel.ETA_PREDICTIONS ? Stage.PREDICT : Stage.JOB;
      note(job, times.capturedAt(), emittedAt);
    }
  }

  /** Notes that an event was written to a WebSocket. */
  public void delivered(Event event, Instant sentAt) {
    Update.Times times = event.times();
    if (times == null) {
      return;
    }
    note(Stage.DELIVER, event.readAt(), sentAt);
    if (event.channel() == Channel.ORDER_STATUS) {
      note(Stage.COMMIT_TO_SOCKET, times.committedAt(), sentAt);
    } else if (event.channel() == Channel.ETA_PREDICTIONS) {
      note(Stage.COMMIT_TO_PREDICTION, times.committedAt(), sentAt);
    }
  }

  /** Events of that channel per second, over the last minute. */
  public double eventsPerSecond(Channel channel) {
    MinuteRate rate = rates.get(channel);
    return rate == null ? 0 : rate.perSecond();
  }

  /** Closes the current slice of the minute; to be called every {@link #SLICE}. */
  public void rotate() {
    stages.values().forEach(MinuteHistogram::rotate);
    rates.values().forEach(MinuteRate::rotate);
  }

  /** The last minute, stage by stage. */
  public List<StageFigures> figures() {
    return stages.entrySet().stream()
        .map(entry -> entry.getValue().figures(entry.getKey()))
        .toList();
  }

  private void note(Stage stage, Instant from, Instant to) {
    MinuteHistogram histogram = stages.get(stage);
    if (histogram != null) {
      histogram.record(ChronoUnit.MICROS.between(from, to));
    }
  }
}

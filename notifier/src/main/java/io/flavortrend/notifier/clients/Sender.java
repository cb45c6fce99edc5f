package io.flavortrend.notifier.clients;

import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.Event;
import io.flavortrend.notifier.clients.Outbox.EventItem;
import io.flavortrend.notifier.clients.Outbox.Item;
import io.flavortrend.notifier.clients.Outbox.Message;
import io.flavortrend.notifier.clients.Refusal.Code;
import io.flavortrend.notifier.latency.StageLatencies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Turns what waits for one client into frames. {@link #send} and {@link #flush} are called by the
 * feed's thread, frames are made on the connection's event loop.
 */
final class Sender {
  /** An event with the channels of the subscription that it was sent for. */
  private record Form(List<Channel> channels, boolean batch) {}

  private final Outbox outbox;
  private final OutboxFlow flow;
  private final ClientLimits limits;
  private final StageLatencies latencies;
  private final Clock clock;
  private final Consumer<Refusal> refuse;
  private volatile Form form = new Form(List.of(), false);

  Sender(
      Executor loop,
      ClientLimits limits,
      StageLatencies latencies,
      Clock clock,
      Consumer<Refusal> refuse) {
    this.outbox = new Outbox(limits.outbox(), System::nanoTime);
    this.flow = new OutboxFlow(loop, this::nextFrame);
    this.limits = limits;
    this.latencies = latencies;
    this.clock = clock;
    this.refuse = refuse;
  }

  Flux<byte[]> frames() {
    return flow;
  }

  /**
   * From now on events are written for these channels, in one frame or in many. Events that still
   * wait come again, in the new subscription's snapshot or after its cursor.
   */
  void use(List<Channel> channels, boolean batch) {
    outbox.clearEvents();
    form = new Form(channels, batch);
  }

  void send(Event event) {
    offer(new EventItem(event));
  }

  void send(Outbox.FrameSource source) {
    offer(new Message(source, false));
  }

  void sendHeartbeat(Outbox.FrameSource source) {
    offer(new Message(source, true));
  }

  void flush() {
    flow.signal();
  }

  void finish() {
    outbox.clear();
    flow.finish();
  }

  void finishWith(Refusal refusal) {
    outbox.clear();
    outbox.offer(new Message(() -> Frames.error(refusal), false));
    flow.finish();
  }

  private void offer(Item item) {
    if (!outbox.offer(item)) {
      refuse.accept(
          new Refusal(
              Code.SLOW_CLIENT,
              "More than %d messages or %d s behind"
                  .formatted(
                      limits.outbox().maxItems(),
                      limits.outbox().maxStallNanos() / 1_000_000_000)));
    }
  }

  private byte @Nullable [] nextFrame() {
    Form current = form;
    if (current.batch()) {
      List<Event> events = outbox.pollEvents(limits.batchEvents());
      if (!events.isEmpty()) {
        Instant now = clock.instant();
        events.forEach(event -> latencies.delivered(event, now));
        return Frames.events(events, current.channels(), now);
      }
    }
    Item item = outbox.poll();
    if (item instanceof EventItem next) {
      Instant now = clock.instant();
      latencies.delivered(next.event(), now);
      return Frames.event(next.event(), current.channels(), now);
    }
    return item instanceof Message message ? message.source().encode() : null;
  }
}

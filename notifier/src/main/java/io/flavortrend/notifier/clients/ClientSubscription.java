package io.flavortrend.notifier.clients;

import io.flavortrend.access.AccessToken;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.Cursor;
import io.flavortrend.notifier.channels.Event;
import io.flavortrend.notifier.channels.Subscriber;
import io.flavortrend.notifier.clients.Refusal.Code;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What one client subscribed to, as the hub sees it. */
final class ClientSubscription implements Subscriber {
  private final SubscribeRequest request;
  private final AccessToken token;
  private final Sender sender;
  private final ClientLimits limits;
  private final Clock clock;
  private final Consumer<Refusal> refuse;

  ClientSubscription(
      SubscribeRequest request,
      AccessToken token,
      Sender sender,
      ClientLimits limits,
      Clock clock,
      Consumer<Refusal> refuse) {
    this.request = request;
    this.token = token;
    this.sender = sender;
    this.limits = limits;
    this.clock = clock;
    this.refuse = refuse;
  }

  @Override
  public boolean wants(Event event) {
    Integer city = request.city();
    return request.channels().contains(event.channel())
        && (city == null ? token.maySee(event.cityId()) : city == event.cityId());
  }

  @Override
  public List<Channel> channels() {
    return request.channels();
  }

  @Override
  public void subscribed() {
    sender.use(request.channels(), request.batch());
    sender.send(
        () ->
            Frames.subscribed(
                request.channels(), request.city(), (int) limits.heartbeat().toSeconds()));
  }

  @Override
  public void snapshot(Channel channel, List<Event> items, Cursor cursor) {
    sender.send(() -> Frames.snapshot(channel, items, cursor, request.channels()));
  }

  @Override
  public void gap(Channel channel, String reason, int missed) {
    sender.send(() -> Frames.gap(channel, reason, missed));
  }

  @Override
  public void event(Event event) {
    sender.send(event);
  }

  @Override
  public void flush() {
    sender.flush();
  }

  @Override
  public void heartbeat(Instant at, Cursor cursor) {
    if (!clock.instant().isBefore(token.expiresAt())) {
      refuse.accept(new Refusal(Code.UNAUTHENTICATED, "The token has expired"));
      return;
    }
    sender.sendHeartbeat(() -> Frames.heartbeat(at, cursor, request.channels()));
  }
}

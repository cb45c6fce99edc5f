package io.flavortrend.notifier.clients;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.InvalidTokenException;
import io.flavortrend.notifier.clients.Refusal.Code;
import io.flavortrend.notifier.feed.FeedCommands;
import io.flavortrend.notifier.latency.StageLatencies;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/**
 * One open WebSocket: authenticates its client and keeps its subscription. Messages are handled on
 * the connection's event loop.
 */
final class ClientConnection {
  private static final int FORCED_CLOSE_AFTER_MS = 2_000;
  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  private final Channel socket;
  private final AccessTokens tokens;
  private final FeedCommands feed;
  private final ConnectedClients clients;
  private final ClientLimits limits;
  private final Clock clock;
  private final Sender sender;
  private @Nullable AccessToken token;
  private @Nullable ClientSubscription subscription;
  private int subscribes;
  private volatile @Nullable Refusal refusal;

  /**
   * @param token from the handshake's cookie; null where there was none, or it was refused
   */
  ClientConnection(
      Channel socket,
      @Nullable AccessToken token,
      AccessTokens tokens,
      FeedCommands feed,
      StageLatencies latencies,
      ConnectedClients clients,
      ClientLimits limits,
      Clock clock) {
    this.socket = socket;
    this.token = token;
    this.tokens = tokens;
    this.feed = feed;
    this.clients = clients;
    this.limits = limits;
    this.clock = clock;
    this.sender = new Sender(socket.eventLoop(), limits, latencies, clock, this::refuse);
  }

  /** Runs until either side closes. */
  Mono<Void> run(WebSocketSession session) {
    clients.put(this, List.of());
    var firstMessageDue =
        socket
            .eventLoop()
            .schedule(this::firstMessageMissing, limits.firstMessage().toMillis(), MILLIS);
    var renewal =
        socket.eventLoop().scheduleAtFixedRate(() -> subscribes = 0, 60_000, 60_000, MILLIS);
    DataBufferFactory buffers = session.bufferFactory();
    Mono<Void> outbound =
        session
            .send(
                sender
                    .frames()
                    .map(
                        frame ->
                            new WebSocketMessage(WebSocketMessage.Type.TEXT, buffers.wrap(frame))))
            .then(Mono.defer(() -> session.close(closeStatus())));
    Mono<Void> inbound =
        session
            .receive()
            .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
            .doOnNext(message -> onMessage(message.getPayloadAsText()))
            .doFinally(signal -> sender.finish())
            .then();
    return Mono.when(inbound.onErrorComplete(), outbound.onErrorComplete())
        .doFinally(
            signal -> {
              firstMessageDue.cancel(false);
              renewal.cancel(false);
              clients.remove(this);
              leave();
            });
  }

  private void onMessage(String text) {
    if (refusal != null) {
      return;
    }
    try {
      if (++subscribes > limits.subscribesPerMinute()) {
        throw new RefusedException(
            Code.BAD_REQUEST,
            "more than %d messages in a minute".formatted(limits.subscribesPerMinute()));
      }
      subscribe(SubscribeRequest.parse(text));
    } catch (RefusedException e) {
      refuse(e.refusal());
    }
  }

  private void subscribe(SubscribeRequest request) throws RefusedException {
    AccessToken authenticated = authenticate(request.token());
    Integer city = request.city();
    if (city != null && !authenticated.maySee(city)) {
      throw new RefusedException(Code.FORBIDDEN, "city: %d is not yours to see".formatted(city));
    }
    ClientSubscription former = subscription;
    ClientSubscription next =
        new ClientSubscription(request, authenticated, sender, limits, clock, this::refuse);
    subscription = next;
    clients.put(this, request.channels());
    feed.submit(
        hub -> {
          if (former != null) {
            hub.unsubscribe(former);
          }
          hub.subscribe(next, request.resume());
        });
  }

  private AccessToken authenticate(@Nullable String given) throws RefusedException {
    if (given != null) {
      try {
        token = tokens.verify(given);
      } catch (InvalidTokenException e) {
        throw new RefusedException(Code.UNAUTHENTICATED, String.valueOf(e.getMessage()));
      }
    }
    AccessToken current = token;
    if (current == null) {
      throw new RefusedException(Code.UNAUTHENTICATED, "A token or the session cookie is needed");
    }
    if (!clock.instant().isBefore(current.expiresAt())) {
      throw new RefusedException(Code.UNAUTHENTICATED, "The token has expired");
    }
    return current;
  }

  private void firstMessageMissing() {
    if (subscription == null) {
      refuse(
          new Refusal(
              Code.UNAUTHENTICATED,
              "No subscribe within %d s".formatted(limits.firstMessage().toSeconds())));
    }
  }

  /** Any thread. */
  private void refuse(Refusal why) {
    socket
        .eventLoop()
        .execute(
            () -> {
              if (refusal != null) {
                return;
              }
              refusal = why;
              leave();
              sender.finishWith(why);
              // A peer that reads nothing would never let the close frame leave.
              var unused =
                  socket.eventLoop().schedule(() -> socket.close(), FORCED_CLOSE_AFTER_MS, MILLIS);
            });
  }

  private void leave() {
    ClientSubscription current = subscription;
    if (current != null) {
      feed.submit(hub -> hub.unsubscribe(current));
    }
  }

  private CloseStatus closeStatus() {
    Refusal why = refusal;
    return why == null
        ? CloseStatus.NORMAL
        : new CloseStatus(why.code().closeStatus(), shortened(why.detail()));
  }

  /** A close frame holds 123 bytes of reason. */
  private static String shortened(String detail) {
    return detail.length() <= 100 ? detail : detail.substring(0, 100);
  }
}

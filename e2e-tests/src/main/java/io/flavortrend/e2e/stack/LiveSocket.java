package io.flavortrend.e2e.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WebSocket client of the notifier. Frames are kept in the order of their arrival until they are
 * taken. One thread takes.
 */
public final class LiveSocket implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /**
   * A frame as it came, or the end of the connection.
   *
   * @param text the frame; empty at the end
   * @param atNanos {@link System#nanoTime()} when it had arrived
   * @param closeCode status code of the end; 0 for a frame, 1006 for an end without one
   */
  public record Frame(String text, long atNanos, int closeCode) {
    /** The frame as JSON. */
    public JsonNode json() {
      return Json.MAPPER.readTree(text);
    }
  }

  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  private LiveSocket(URI uri) {
    socket = HTTP.newWebSocketBuilder().buildAsync(uri, new Receiver(frames)).join();
  }

  /** Connects to {@code ws://…/ws}; sends nothing yet. */
  public static LiveSocket connect(String notifierUrl) {
    return new LiveSocket(URI.create(notifierUrl.replaceFirst("^http", "ws") + "/ws"));
  }

  /** Subscribes; city and resume may be null. */
  public void subscribe(
      @Nullable String token,
      List<String> channels,
      @Nullable Integer city,
      @Nullable String resume) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("type", "subscribe");
    if (token != null) {
      message.put("token", token);
    }
    channels.forEach(message.putArray("channels")::add);
    if (city != null) {
      message.put("city", city);
    }
    if (resume != null) {
      message.put("resume", resume);
    }
    send(message.toString());
  }

  /** Sends a text frame as it is. */
  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /** The next frame; null where none came within the patience. */
  public @Nullable Frame next(Duration patience) {
    try {
      return frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while a frame was awaited", e);
    }
  }

  /**
   * The next message that fits; those before it are dropped.
   *
   * @throws StackFailure when none came within the patience, or the connection ended
   */
  public JsonNode await(String what, Duration patience, Predicate<JsonNode> fits) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      Frame frame = left <= 0 ? null : next(Duration.ofNanos(left));
      if (frame == null) {
        throw new StackFailure(
            "No %s came within %d s".formatted(what, Math.max(1, patience.toSeconds())));
      }
      if (frame.closeCode() != 0) {
        throw new StackFailure(
            "The connection ended (%d) before %s came".formatted(frame.closeCode(), what));
      }
      JsonNode message = frame.json();
      if (fits.test(message)) {
        return message;
      }
    }
  }

  /** Ends the connection without a word, as a laptop that is shut. */
  public void abort() {
    socket.abort();
  }

  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket);
    }
    socket.abort();
  }

  /** Puts frames together and asks for the next. */
  private static final class Receiver implements WebSocket.Listener {
    private final BlockingQueue<Frame> frames;
    private final StringBuilder partial = new StringBuilder();

    Receiver(BlockingQueue<Frame> frames) {
      this.frames = frames;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        frames.add(new Frame(partial.toString(), System.nanoTime(), 0));
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      frames.add(new Frame("", System.nanoTime(), code));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      frames.add(new Frame("", System.nanoTime(), 1006));
    }
  }
}

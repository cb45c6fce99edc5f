package io.flavortrend.notifier.clients;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * Hands frames to the socket as fast as it asks for them and not faster. All frames are made and
 * handed over on the connection's event loop, which {@code loop} must be; {@link #signal} and
 * {@link #finish} may be called by any thread. One subscriber.
 */
final class OutboxFlow extends Flux<byte[]> implements Subscription {
  private final Executor loop;
  private final Supplier<byte @Nullable []> frames;
  private final AtomicLong requested = new AtomicLong();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile boolean finishing;
  private volatile boolean cancelled;
  private boolean done;
  private @Nullable CoreSubscriber<? super byte[]> subscriber;

  /**
   * @param frames the next frame; null where there is none now
   */
  OutboxFlow(Executor loop, Supplier<byte @Nullable []> frames) {
    this.loop = loop;
    this.frames = frames;
  }

  @Override
  public void subscribe(CoreSubscriber<? super byte[]> actual) {
    subscriber = actual;
    actual.onSubscribe(this);
  }

  /** There may be a frame now. */
  void signal() {
    if (scheduled.compareAndSet(false, true)) {
      loop.execute(this::drain);
    }
  }

  /** Completes after the frames that are there. */
  void finish() {
    finishing = true;
    signal();
  }

  @Override
  public void request(long n) {
    requested.accumulateAndGet(n, Operators::addCap);
    signal();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  private void drain() {
    scheduled.set(false);
    CoreSubscriber<? super byte[]> actual = subscriber;
    if (actual == null || done || cancelled) {
      return;
    }
    boolean last = finishing;
    while (requested.get() > 0) {
      byte[] frame = frames.get();
      if (frame == null) {
        if (last) {
          done = true;
          actual.onComplete();
        }
        return;
      }
      requested.decrementAndGet();
      actual.onNext(frame);
    }
  }
}

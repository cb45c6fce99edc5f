package io.flavortrend.notifier.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.Cursor;
import io.flavortrend.notifier.channels.Event;
import io.flavortrend.notifier.channels.Update;
import io.flavortrend.notifier.clients.Outbox.EventItem;
import io.flavortrend.notifier.clients.Outbox.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Outbox outbox = new Outbox(new Limits(3, 5, 1_000), nanos::get);

  @Test
  void keepsOrder() {
    offer("a", 1);
    offer("b", 1);

    assertThat(outbox.pollEvents(10)).extracting(Event::key).containsExactly("a", "b");
    assertThat(outbox.poll()).isNull();
  }

  @Test
  void keepsTheNewestOfEachKeyAtItsOwnPlaceWhenBehind() {
    offer("a", 1);
    offer("b", 1);
    offer("a", 2);
    offer("c", 1);

    assertThat(outbox.pollEvents(10))
        .extracting(event -> event.key() + event.version())
        .containsExactly("b1", "a2", "c1");
  }

  @Test
  void refusesWhenTooManyKeysWait() {
    for (int key = 0; key < 5; key++) {
      assertThat(offer("k" + key, 1)).isTrue();
    }

    assertThat(offer("one more", 1)).isFalse();
  }

  @Test
  void refusesWhenNothingHasLeftForTooLong() {
    assertThat(offer("a", 1)).isTrue();
    nanos.set(1_001);

    assertThat(offer("b", 1)).isFalse();
  }

  @Test
  void countsTimeOnlyWhileSomethingWaits() {
    offer("a", 1);
    outbox.pollEvents(1);
    nanos.set(5_000);

    assertThat(offer("b", 1)).isTrue();
  }

  private boolean offer(String key, long version) {
    Instant now = Instant.EPOCH;
    byte[] data = "{}".getBytes(StandardCharsets.UTF_8);
    return outbox.offer(
        new EventItem(
            new Event(
                Channel.ORDER_STATUS,
                0,
                version,
                version,
                new Update(key, version, 1, now, now, null, data, false, false, null),
                now,
                Cursor.start("x"),
                false)));
  }
}

package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.TimeDomain;
import java.time.Clock;
import java.time.Instant;

/**
 * The present of a time domain: the wall clock where life goes on, the newest event where a log is
 * read. Not thread-safe: the feed's thread owns it.
 */
public final class DomainClock {
  private final TimeDomain domain;
  private final Clock clock;
  private Instant newest = Instant.EPOCH;

  /**
   * @param clock the wall clock
   */
  public DomainClock(TimeDomain domain, Clock clock) {
    this.domain = domain;
    this.clock = clock;
  }

  /** Notes an event's time. */
  public void saw(Instant eventTime) {
    if (eventTime.isAfter(newest)) {
      newest = eventTime;
    }
  }

  /** The domain's present. */
  public Instant now() {
    return domain == TimeDomain.LIVE ? clock.instant() : newest;
  }

  /** The wall clock's present. */
  public Instant wall() {
    return clock.instant();
  }
}

package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Reads a table's changes as events of features.
 *
 * @param events what a change means
 * @param domain where event time comes from
 * @param allowedLateness how old an event may be when it comes
 * @param <R> the table's row
 * @param <E> the event
 */
public record FeatureReading<R, E extends FeatureEvent<E>>(
    EventsOf<R, E> events, TimeDomain domain, Duration allowedLateness)
    implements ChangeReading<R, E> {

  /**
   * What a change means; pure.
   *
   * @param <R> the table's row
   * @param <E> the event
   */
  @FunctionalInterface
  public interface EventsOf<R, E> extends Serializable {
    List<E> of(Change<R> change, TimeDomain domain);
  }

  @Override
  public List<E> read(Change<R> change) {
    return events.of(change, domain);
  }

  @Override
  public long closesAt(E event) {
    return event.lasting() ? Long.MAX_VALUE : event.when().at() + allowedLateness.toMillis();
  }
}

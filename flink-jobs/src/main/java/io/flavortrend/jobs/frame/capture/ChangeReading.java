package io.flavortrend.jobs.frame.capture;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.codec.ContractViolationException;
import java.io.Serializable;
import java.util.List;

/**
 * What a job reads out of a change: the pure half of {@link ReadChanges}.
 *
 * @param <R> the table's row
 * @param <T> what the job goes on with
 */
public interface ChangeReading<R, T> extends Serializable {
  /**
   * What the change says; empty where it says nothing to this job.
   *
   * @throws ContractViolationException when the row holds a value that the job cannot use
   */
  List<T> read(Change<R> change) throws ContractViolationException;

  /**
   * The event time in milliseconds at which the result that the item belongs to is closed: an item
   * that comes when its partition is proven through this time is late.
   */
  long closesAt(T item);
}

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
   * The same for a job whose result depends on how far the log had come: the change stands behind
   * the beat that proved it, at every speed and after every restart.
   *
   * @param provenThrough event time in milliseconds that the change's own partition had proven
   *     before it; {@link Long#MIN_VALUE} before the first proof
   * @throws ContractViolationException when the row holds a value that the job cannot use
   */
  default List<T> read(Change<R> change, long provenThrough) throws ContractViolationException {
    return read(change);
  }

  /**
   * The event time in milliseconds at which the result that the item belongs to is closed: an item
   * that comes when its partition is proven through this time is late.
   */
  long closesAt(T item);
}

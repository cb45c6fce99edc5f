package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * What a job reads out of the records of one of the platform's own topics; pure.
 *
 * @param <T> the topic's record
 * @param <R> what the job goes on with: something read, or something refused
 */
public interface RecordReading<T, R> extends Serializable {
  /** The topic's record. */
  Class<T> valueType();

  /** Flink's view of what is read. */
  TypeInformation<R> type();

  /**
   * Reads a record.
   *
   * @param value null for a tombstone
   * @return null where the record means nothing to the job
   * @throws ContractViolationException when the record cannot be used
   */
  @Nullable R read(RecordPosition position, @Nullable T value) throws ContractViolationException;

  /**
   * Reads a progress marker.
   *
   * @throws ContractViolationException where the topic carries none
   */
  default @Nullable R marker(ProgressKey key, ProgressMarker marker)
      throws ContractViolationException {
    throw new ContractViolationException(Reason.CONTRACT, "This topic carries no progress markers");
  }

  /** Wraps what cannot be used: it leaves the job as a dead letter. */
  R refuse(DeadLetter letter);
}

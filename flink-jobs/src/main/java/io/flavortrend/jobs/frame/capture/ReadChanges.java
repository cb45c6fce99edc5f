package io.flavortrend.jobs.frame.capture;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.jobs.frame.capture.PartitionProgress.Through;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The door of every job: beats become progress and go no further, changes become what the job reads
 * out of them, and what cannot be used leaves by {@link #DEAD_LETTERS} with its raw bytes.
 *
 * @param <R> the table's row
 * @param <T> what the job goes on with
 */
public final class ReadChanges<R, T> extends ProcessFunction<CapturedRecord<R>, T>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** The exit of records that the job could not use. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  private static final ListStateDescriptor<Through> PROGRESS =
      new ListStateDescriptor<>("partition-progress", TypeInformation.of(Through.class));

  private final String job;
  private final ChangeReading<R, T> reading;

  private transient PartitionProgress progress;
  private transient @Nullable ListState<Through> progressState;
  private transient @Nullable Counter deadLetters;

  /**
   * @param job the job's name, written into its dead letters
   * @param reading what the job reads out of a change
   */
  public ReadChanges(String job, ChangeReading<R, T> reading) {
    this.job = job;
    this.reading = reading;
    this.progress = new PartitionProgress();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    progress = new PartitionProgress();
    // Union: any subtask may be handed any partition, and a proof may be known to several.
    progressState = context.getOperatorStateStore().getUnionListState(PROGRESS);
    for (Through through : progressState.get()) {
      progress.advance(through.topic(), through.partition(), through.through());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (progressState != null) {
      progressState.update(progress.toState());
    }
  }

  @Override
  public void open(OpenContext context) {
    deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
  }

  @Override
  public void processElement(CapturedRecord<R> captured, Context context, Collector<T> out) {
    ContractViolationException violation = captured.violation();
    if (violation != null) {
      refuse(captured, violation, context);
      return;
    }
    captured
        .provenThrough()
        .ifPresent(through -> progress.advance(captured.topic(), captured.partition(), through));
    if (captured.content() instanceof Change<R> change) {
      try {
        long proven = progress.of(captured.topic(), captured.partition());
        admit(captured, reading.read(change, proven), proven, context, out);
      } catch (ContractViolationException e) {
        refuse(captured, e, context);
      } catch (ArithmeticException | DateTimeException e) {
        // A number or an instant that no unit of ours can hold.
        refuse(
            captured,
            new ContractViolationException(Reason.CONTRACT, String.valueOf(e.getMessage())),
            context);
      }
    }
  }

  private void admit(
      CapturedRecord<R> captured, List<T> items, long proven, Context context, Collector<T> out) {
    List<T> late = new ArrayList<>(0);
    for (T item : items) {
      if (reading.closesAt(item) <= proven) {
        late.add(item);
      } else {
        out.collect(item);
      }
    }
    if (!late.isEmpty()) {
      String detail =
          "%d of %d items came after %s, when their results were closed: %s"
              .formatted(late.size(), items.size(), Instant.ofEpochMilli(proven), late);
      letter(captured, Reason.LATE, detail, context);
    }
  }

  private void refuse(
      CapturedRecord<R> captured, ContractViolationException violation, Context context) {
    letter(captured, violation.reason(), String.valueOf(violation.getMessage()), context);
  }

  private void letter(CapturedRecord<R> captured, Reason reason, String detail, Context context) {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    context.output(DEAD_LETTERS, captured.toDeadLetter(job, reason, detail, now));
    if (deadLetters != null) {
      deadLetters.inc();
    }
  }
}

package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.KnownGeneration;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Hands values on and, when this subtask's watermark has moved, writes a {@link ProgressMarker}
 * into every partition of the topic. Stands in one chain between the function that dates values
 * after the watermark and the sink, whose producer keeps the order within a partition: so what
 * stands behind a marker is dated after it.
 *
 * @param <V> a value
 * @param <R> what the topic is written with
 */
public final class MarkProgress<V, R extends Marked> extends AbstractStreamOperator<R>
    implements OneInputStreamOperator<V, R> {
  private static final long serialVersionUID = 1L;
  private static final long NONE = Long.MIN_VALUE;

  private final Marking<V, R> marking;
  private final int partitions;
  private final long intervalMillis;
  private final KnownGeneration generation;

  private transient long through;
  private transient long sent;
  private transient long sentAt;
  private transient boolean scheduled;

  /**
   * @param marking makes the topic's records
   * @param partitions partitions of the topic
   * @param interval least time from one marker to the next
   * @param generation the job's generation where there is no state that knows it
   */
  public MarkProgress(Marking<V, R> marking, int partitions, Duration interval, int generation) {
    this.marking = marking;
    this.partitions = partitions;
    this.intervalMillis = interval.toMillis();
    this.generation = new KnownGeneration(generation);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    generation.restore(context.getOperatorStateStore());
    through = NONE;
    sent = NONE;
    sentAt = 0;
    scheduled = false;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    generation.snapshot();
  }

  @Override
  public void processElement(StreamRecord<V> element) {
    output.collect(element.replace(marking.value().of(element.getValue())));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      // The end of a bounded input proves no instant; what it proved before is still told.
      send();
      return;
    }
    through = Math.max(through, mark.getTimestamp());
    long now = getProcessingTimeService().getCurrentProcessingTime();
    if (now - sentAt >= intervalMillis) {
      send();
    } else if (!scheduled) {
      scheduled = true;
      getProcessingTimeService()
          .registerTimer(
              sentAt + intervalMillis,
              time -> {
                scheduled = false;
                send();
              });
    }
  }

  private void send() {
    if (through <= sent) {
      return;
    }
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    int parallelism = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    ProgressMarker marker =
        new ProgressMarker(
            ProgressMarker.SCHEMA_VERSION,
            generation.value(),
            parallelism,
            Instant.ofEpochMilli(through));
    for (int partition = 0; partition < partitions; partition++) {
      output.collect(
          new StreamRecord<>(marking.marker().of(new ProgressKey(partition, subtask), marker)));
    }
    sent = through;
    sentAt = getProcessingTimeService().getCurrentProcessingTime();
  }
}

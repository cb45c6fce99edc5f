package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.KnownGeneration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each entity's events until the watermark has passed them, then lets {@link VersionSequence}
 * say which versions follow. No version is dated at or before the watermark: an event that comes
 * late is known from just after it.
 *
 * <p>An event is appended to its entity's list, which costs no read; the list is read once a
 * watermark, whatever came in between.
 */
final class FeatureFunction<E extends FeatureEvent<E>>
    extends KeyedProcessFunction<Long, E, FeatureVersion> implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final FeatureGroup<E> group;
  private final long intervalMillis;
  private final KnownGeneration generation;

  private transient VersionSequence<E> sequence;
  private transient List<String> names;
  private transient ListState<E> waiting;
  private transient ValueState<byte[]> features;

  /**
   * @param interval least event time from one version of an entity to the next
   * @param generation the job's generation where there is no state that knows it
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  FeatureFunction(FeatureGroup<E> group, Duration interval, int generation) {
    this.group = group;
    this.intervalMillis = interval.toMillis();
    this.generation = new KnownGeneration(generation);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generation.restore(context.getOperatorStateStore());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    generation.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    sequence = new VersionSequence<>(intervalMillis);
    names = group.names();
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("waiting", TypeInformation.of(group.eventType())));
    features =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "features", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(E event, Context context, Collector<FeatureVersion> out)
      throws Exception {
    TimerService timers = context.timerService();
    long next = timers.currentWatermark() + 1;
    waiting.add(event.withWhen(event.when().knownFrom(next)));
    timers.registerEventTimeTimer(next);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<FeatureVersion> out)
      throws Exception {
    TimerService timers = context.timerService();
    long through = timers.currentWatermark();
    List<E> known = new ArrayList<>();
    List<E> later = new ArrayList<>(0);
    for (E event : waiting.get()) {
      (event.when().knownAt() <= through ? known : later).add(event);
    }
    byte[] bytes = features.value();
    if (bytes == null && known.isEmpty()) {
      wake(later, KeptFeatures.NEVER, through, timers);
      return;
    }
    KeptFeatures<E> kept = kept(bytes);
    sequence.advance(
        kept,
        known,
        through,
        instant ->
            out.collect(
                version(context.getCurrentKey(), kept, instant, timers.currentProcessingTime())));
    if (!known.isEmpty()) {
      waiting.update(later);
    }
    long forgottenAt = kept.forgottenAt();
    if (forgottenAt != KeptFeatures.NEVER && forgottenAt <= through && later.isEmpty()) {
      features.clear();
      return;
    }
    features.update(kept.toBytes());
    wake(later, Math.min(sequence.nextAt(kept), forgottenAt), through, timers);
  }

  private KeptFeatures<E> kept(byte @Nullable [] bytes) throws IOException {
    KeptFeatures<E> kept = new KeptFeatures<>(group.newState().get());
    return bytes == null ? kept : kept.fromBytes(bytes);
  }

  private static <E extends FeatureEvent<E>> void wake(
      List<E> later, long nextAt, long through, TimerService timers) {
    if (through == Long.MAX_VALUE) {
      return; // The input has ended: nothing comes after.
    }
    long next = nextAt;
    for (E event : later) {
      next = Math.min(next, event.when().knownAt());
    }
    if (next != KeptFeatures.NEVER) {
      // A timer of the past would fire within this very watermark, again and again.
      timers.registerEventTimeTimer(Math.max(next, through + 1));
    }
  }

  private FeatureVersion version(
      long entityId, KeptFeatures<E> kept, long instant, long emittedAt) {
    double[] values = kept.shown();
    Map<String, @Nullable Double> byName = new LinkedHashMap<>(2 * values.length);
    for (int i = 0; i < values.length; i++) {
      byName.put(names.get(i), Double.isNaN(values[i]) ? null : values[i]);
    }
    return new FeatureVersion(
        FeatureVersion.SCHEMA_VERSION,
        entityId,
        kept.cityId(),
        Instant.ofEpochMilli(instant),
        JobGeneration.version(generation.value(), kept.changes()),
        byName,
        new FeatureVersion.Trace(
            instant(kept.committedAtMicros()),
            instant(kept.capturedAtMicros()),
            Instant.ofEpochMilli(emittedAt)));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}

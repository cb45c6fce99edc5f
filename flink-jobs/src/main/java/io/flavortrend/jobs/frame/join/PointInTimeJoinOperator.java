package io.flavortrend.jobs.frame.join;

import io.flavortrend.contracts.TimeDomain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * The point-in-time join. Timers go by the versions' event time alone: a question is answered as
 * soon as the versions' watermark reaches its time, in the live domain after {@code cap} at the
 * latest. An answer that did not wait is kept until that proof comes, and corrected where another
 * version was due. No version is dated at or before the watermark, so a proven answer is final, and
 * a question that comes behind the watermark touches no state of its own.
 *
 * <p>Questions of one key and one millisecond wait together, and that millisecond is their timers'
 * namespace. Versions have an entry each, found by their times, which are kept on the heap.
 *
 * @param <K> the entity's id
 * @param <Q> a question, and its answer
 * @param <V> a version
 */
public final class PointInTimeJoinOperator<K, Q, V extends DatedVersion>
    extends AbstractStreamOperator<Q>
    implements TwoInputStreamOperator<Q, V, Q>, Triggerable<K, Long> {
  private static final long serialVersionUID = 1L;

  private final Joining<Q, V> joining;
  private final TypeInformation<Q> questionType;
  private final TypeInformation<V> versionType;
  private final TimeDomain domain;
  private final long capMillis;
  private final long correctedForMillis;
  private final long keptForMillis;

  private transient MapState<Long, V> versions;
  private transient MapState<Long, List<Q>> waiting;
  private transient MapState<Long, List<Q>> late;
  private transient Map<Object, Timeline> timelines;
  private transient InternalTimerService<Long> timers;
  private transient InternalTimerService<Long> forgetting;
  private transient StreamRecord<Q> reused;
  private transient long questionsThrough;
  private transient boolean questionsIdle;
  private transient long forwarded;
  private transient Counter lateAnswers;
  private transient Counter corrections;

  /**
   * @param cap longest time that a question waits in the live domain
   * @param correctedFor how long a late answer is kept for its correction, by the clock
   * @param keptFor how long versions are kept for questions behind the questions' watermark
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  public PointInTimeJoinOperator(
      Joining<Q, V> joining,
      TypeInformation<Q> questionType,
      TypeInformation<V> versionType,
      TimeDomain domain,
      Duration cap,
      Duration correctedFor,
      Duration keptFor) {
    this.joining = joining;
    this.questionType = questionType;
    this.versionType = versionType;
    this.domain = domain;
    this.capMillis = cap.toMillis();
    this.correctedForMillis = correctedFor.toMillis();
    this.keptForMillis = keptFor.toMillis();
  }

  @Override
  public void open() throws Exception {
    super.open();
    versions =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("versions", Types.LONG, versionType));
    waiting = questions("waiting");
    late = questions("late");
    timelines = new HashMap<>();
    timers = getInternalTimerService("questions", LongSerializer.INSTANCE, this);
    forgetting = getInternalTimerService("forgetting", LongSerializer.INSTANCE, new Forget());
    reused = new StreamRecord<>(null);
    questionsThrough = Long.MIN_VALUE;
    forwarded = Long.MIN_VALUE;
    lateAnswers = getMetricGroup().counter("lateAnswers");
    corrections = getMetricGroup().counter("corrections");
  }

  private MapState<Long, List<Q>> questions(String name) {
    return getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(name, Types.LONG, Types.LIST(questionType)));
  }

  @Override
  public void processElement1(StreamRecord<Q> element) throws Exception {
    Q question = element.getValue();
    if (!joining.asks(question)) {
      emit(question);
      return;
    }
    long due = joining.dueMillis(question);
    if (due <= timers.currentWatermark()) {
      emit(joining.answer(question, validAt(due), Standing.PROVEN, now()));
      return;
    }
    append(waiting, due, List.of(question));
    timers.registerEventTimeTimer(due, due);
    if (domain == TimeDomain.LIVE) {
      timers.registerProcessingTimeTimer(due, now() + capMillis);
    }
  }

  @Override
  public void processElement2(StreamRecord<V> element) throws Exception {
    V version = element.getValue();
    Timeline timeline = timeline();
    long time = version.eventMillis();
    if (timeline.contains(time)) {
      V held = versions.get(time);
      if (held != null && held.version() > version.version()) {
        return;
      }
    }
    versions.put(time, version);
    timeline.add(time);
    prune(timeline);
  }

  /** The proof: nothing dated at or before the namespace is still to come. */
  @Override
  public void onEventTime(InternalTimer<K, Long> timer) throws Exception {
    long due = timer.getNamespace();
    V valid = validAt(due);
    for (Q question : take(waiting, due)) {
      emit(joining.answer(question, valid, Standing.PROVEN, now()));
    }
    for (Q answer : take(late, due)) {
      if (!joining.standsOn(answer, valid)) {
        corrections.inc();
        emit(joining.answer(answer, valid, Standing.CORRECTED, now()));
      }
    }
  }

  /** The cap: who still waits is answered with what is known. */
  @Override
  public void onProcessingTime(InternalTimer<K, Long> timer) throws Exception {
    long due = timer.getNamespace();
    List<Q> questions = take(waiting, due);
    if (questions.isEmpty()) {
      return;
    }
    V known = validAt(due);
    List<Q> answers = new ArrayList<>(questions.size());
    for (Q question : questions) {
      Q answer = joining.answer(question, known, Standing.LATE, now());
      answers.add(answer);
      emit(answer);
    }
    lateAnswers.inc(answers.size());
    append(late, due, answers);
    forgetting.registerProcessingTimeTimer(due, now() + correctedForMillis);
  }

  @Override
  public void processWatermark1(Watermark mark) {
    questionsThrough = mark.getTimestamp();
    forward();
  }

  @Override
  public void processWatermark2(Watermark mark) throws Exception {
    if (timeServiceManager != null) {
      timeServiceManager.advanceWatermark(mark);
    }
    forward();
  }

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int index) throws Exception {
    if (index == 0) {
      questionsIdle = status.isIdle();
    }
    super.processWatermarkStatus(status, index);
  }

  private void forward() {
    long through = through();
    if (through > forwarded) {
      forwarded = through;
      output.emitWatermark(new Watermark(through));
    }
  }

  /** In a backlog versions are far ahead of questions: the slower of the two counts. */
  private long through() {
    long known = timers.currentWatermark();
    return questionsIdle ? known : Math.min(questionsThrough, known);
  }

  private void prune(Timeline timeline) throws Exception {
    long through = through();
    if (through == Long.MIN_VALUE) {
      return;
    }
    List<Long> forgotten = new ArrayList<>(1);
    timeline.prune(through - keptForMillis, forgotten::add);
    for (Long time : forgotten) {
      versions.remove(time);
    }
  }

  private @Nullable V validAt(long due) throws Exception {
    long time = timeline().floor(due);
    return time == Timeline.NONE ? null : versions.get(time);
  }

  private Timeline timeline() throws Exception {
    Object key = getCurrentKey();
    Timeline known = timelines.get(key);
    if (known == null) {
      known = new Timeline();
      for (Long time : versions.keys()) {
        known.add(time);
      }
      timelines.put(key, known);
    }
    return known;
  }

  private static <Q> void append(MapState<Long, List<Q>> state, long due, List<Q> added)
      throws Exception {
    List<Q> held = state.get(due);
    List<Q> all = new ArrayList<>(held == null ? List.of() : held);
    all.addAll(added);
    state.put(due, all);
  }

  private static <Q> List<Q> take(MapState<Long, List<Q>> state, long due) throws Exception {
    List<Q> held = state.get(due);
    if (held == null) {
      return List.of();
    }
    state.remove(due);
    return held;
  }

  private void emit(Q answer) {
    output.collect(reused.replace(answer));
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** Nobody waits for a correction for ever: the versions' topic may have fallen silent. */
  private final class Forget implements Triggerable<K, Long> {
    @Override
    public void onEventTime(InternalTimer<K, Long> timer) {
      throw new IllegalStateException("No timer is set by event time");
    }

    @Override
    public void onProcessingTime(InternalTimer<K, Long> timer) throws Exception {
      long due = timer.getNamespace();
      late.remove(due);
      if (!waiting.contains(due)) {
        timers.deleteEventTimeTimer(due, due);
      }
    }
  }
}

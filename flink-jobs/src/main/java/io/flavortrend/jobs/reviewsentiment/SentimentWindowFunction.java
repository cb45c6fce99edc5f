package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.values.ReviewSentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one {@link SentimentWindow} and the counts of its words for each restaurant, courier and
 * window, and decides only when to show it: at most once an emit interval while it changes, at its
 * end in event time, and before it is forgotten.
 */
final class SentimentWindowFunction
    extends KeyedProcessFunction<SentimentWindowKey, ReviewContribution, ReviewSentiment>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /**
   * A window with what is known about its emissions.
   *
   * @param window the fold
   * @param shown changes that were folded when it was last emitted
   * @param scheduled true while a timer is set that will emit it
   */
  public record Kept(SentimentWindow window, long shown, boolean scheduled) {}

  private static final Kept NOTHING = new Kept(SentimentWindow.EMPTY, 0, false);

  private final long emitIntervalMillis;
  private final long allowedLatenessMillis;
  private int generation;

  private transient ValueState<Kept> kept;
  private transient MapState<String, Integer> wordCounts;
  private transient @Nullable ListState<Integer> generationState;

  /**
   * @param emitInterval longest time that a change waits before it is shown
   * @param allowedLateness how long after its end a window is kept for corrections
   * @param generation the job's generation where there is no state that knows it
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  SentimentWindowFunction(Duration emitInterval, Duration allowedLateness, int generation) {
    this.emitIntervalMillis = emitInterval.toMillis();
    this.allowedLatenessMillis = allowedLateness.toMillis();
    this.generation = generation;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generationState =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("generation", Types.INT));
    for (int known : generationState.get()) {
      generation = Math.max(generation, known);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (generationState != null) {
      generationState.update(List.of(generation));
    }
  }

  @Override
  public void open(OpenContext context) {
    kept =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("sentiment-window", TypeInformation.of(Kept.class)));
    wordCounts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("word-counts", Types.STRING, Types.INT));
  }

  @Override
  public void processElement(
      ReviewContribution contribution, Context context, Collector<ReviewSentiment> out)
      throws Exception {
    Kept before = kept.value();
    TimerService timers = context.timerService();
    if (before == null) {
      before = NOTHING;
      long window = contribution.window();
      timers.registerEventTimeTimer(SentimentWindow.endsAt(window));
      timers.registerEventTimeTimer(SentimentWindow.closesAt(window, allowedLatenessMillis));
    }
    if (!before.scheduled()) {
      timers.registerProcessingTimeTimer(timers.currentProcessingTime() + emitIntervalMillis);
    }
    for (String word : contribution.words()) {
      foldWord(word, contribution.reviews());
    }
    kept.update(new Kept(before.window().plus(contribution), before.shown(), true));
  }

  private void foldWord(String word, int difference) throws Exception {
    Integer before = wordCounts.get(word);
    int after = (before == null ? 0 : before) + difference;
    if (after == 0) {
      wordCounts.remove(word);
    } else {
      wordCounts.put(word, after);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ReviewSentiment> out)
      throws Exception {
    Kept before = kept.value();
    if (before == null) {
      return;
    }
    SentimentWindowKey key = context.getCurrentKey();
    SentimentWindow window = before.window();
    if (window.changes() > before.shown()) {
      Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
      out.collect(window.toValue(key, TopWords.of(wordCounts.entries()), generation, now));
    }
    boolean byClock = context.timeDomain() == TimeDomain.PROCESSING_TIME;
    if (!byClock && timestamp >= SentimentWindow.closesAt(key.window(), allowedLatenessMillis)) {
      kept.clear();
      wordCounts.clear();
    } else {
      kept.update(new Kept(window, window.changes(), before.scheduled() && !byClock));
    }
  }
}

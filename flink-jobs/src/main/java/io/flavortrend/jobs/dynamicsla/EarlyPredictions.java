package io.flavortrend.jobs.dynamicsla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Predictions of an order that is not known yet, in the sequence in which they came. None waits for
 * ever: its order was placed before it was predicted, so that event time tells when it is in vain.
 */
final class EarlyPredictions {
  private final ListState<ToldPrediction> waiting;
  private final long patienceMillis;

  /**
   * @param patience how far event time comes beyond a prediction's own while it waits
   */
  EarlyPredictions(RuntimeContext context, Duration patience) {
    waiting =
        context.getListState(
            new ListStateDescriptor<>("waiting", TypeInformation.of(ToldPrediction.class)));
    patienceMillis = patience.toMillis();
  }

  /** Event time in milliseconds from which on a prediction waits in vain. */
  long until(ToldPrediction told) {
    return told.value().eventTime().toEpochMilli() + patienceMillis;
  }

  void add(ToldPrediction told) throws Exception {
    waiting.add(told);
  }

  /** All that wait; they wait no more. */
  List<ToldPrediction> take() throws Exception {
    List<ToldPrediction> taken = new ArrayList<>();
    waiting.get().forEach(taken::add);
    waiting.clear();
    return taken;
  }

  /** Those that have waited in vain; they wait no more. */
  List<ToldPrediction> takeVain(long watermark) throws Exception {
    List<ToldPrediction> vain = new ArrayList<>();
    for (ToldPrediction told : take()) {
      if (until(told) <= watermark) {
        vain.add(told);
      } else {
        waiting.add(told);
      }
    }
    return vain;
  }
}

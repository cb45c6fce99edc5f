package io.flavortrend.jobs.frame;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** The generation that an operator goes by: the one in its state, where there is any. */
public final class KnownGeneration implements Serializable {
  private static final long serialVersionUID = 1L;

  private int generation;
  private transient @Nullable ListState<Integer> state;

  /**
   * @param generation the job's generation where there is no state that knows it
   */
  public KnownGeneration(int generation) {
    this.generation = generation;
  }

  /** Finds the generation in restored state, and keeps it there from now on. */
  public void restore(OperatorStateStore store) throws Exception {
    ListState<Integer> restored =
        store.getUnionListState(new ListStateDescriptor<>("generation", Types.INT));
    for (int known : restored.get()) {
      generation = Math.max(generation, known);
    }
    state = restored;
  }

  /** Writes the generation into the state that is being taken. */
  public void snapshot() throws Exception {
    if (state != null) {
      state.update(List.of(generation));
    }
  }

  /** The generation. */
  public int value() {
    return generation;
  }
}

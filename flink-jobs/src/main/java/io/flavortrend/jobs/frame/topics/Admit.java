package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import java.io.Serializable;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Lets what was read through; what was refused leaves by {@link ReadChanges#DEAD_LETTERS}. */
public final class Admit<M, T> extends ProcessFunction<M, T> {
  private static final long serialVersionUID = 1L;

  /**
   * A part of a message; null where it has none.
   *
   * @param <M> the message
   * @param <P> the part
   */
  @FunctionalInterface
  public interface Part<M, P> extends Serializable {
    @Nullable P of(M message);
  }

  private final Part<M, T> content;
  private final Part<M, DeadLetter> refused;

  public Admit(Part<M, T> content, Part<M, DeadLetter> refused) {
    this.content = content;
    this.refused = refused;
  }

  @Override
  public void processElement(M message, Context context, Collector<T> out) {
    DeadLetter letter = refused.of(message);
    if (letter != null) {
      context.output(ReadChanges.DEAD_LETTERS, letter);
      return;
    }
    T read = content.of(message);
    if (read != null) {
      out.collect(read);
    }
  }
}

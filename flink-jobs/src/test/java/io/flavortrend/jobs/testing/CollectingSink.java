package io.flavortrend.jobs.testing;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Keeps what a job in this JVM writes; each instance has its own list, also after serialisation.
 */
public final class CollectingSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  private final String id = UUID.randomUUID().toString();
  private final int failAfter;

  /** A sink that never fails. */
  public CollectingSink() {
    this(Integer.MAX_VALUE);
  }

  /** A sink that fails once, after so many elements, as a crash would. */
  public CollectingSink(int failAfter) {
    this.failAfter = failAfter;
  }

  /** True once the crash has happened. */
  public boolean hasFailed() {
    return FAILED.contains(id);
  }

  /** What was written so far, while the job goes on. */
  @SuppressWarnings("unchecked")
  public List<T> seen() {
    Queue<Object> collected = COLLECTED.get(id);
    return collected == null ? List.of() : (List<T>) List.copyOf(collected);
  }

  /** What was written, and forgets it; what a running job writes after that is lost. */
  @SuppressWarnings("unchecked")
  public List<T> drain() {
    Queue<Object> collected = COLLECTED.remove(id);
    return collected == null ? List.of() : (List<T>) List.copyOf(collected);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    Queue<Object> collected = COLLECTED.computeIfAbsent(id, x -> new ConcurrentLinkedQueue<>());
    // The queue counts itself anew each time it is asked.
    boolean crashes = failAfter != Integer.MAX_VALUE;
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context context) {
        collected.add(element);
        if (crashes && !FAILED.contains(id) && collected.size() >= failAfter && FAILED.add(id)) {
          throw new IllegalStateException("A crash on purpose");
        }
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}

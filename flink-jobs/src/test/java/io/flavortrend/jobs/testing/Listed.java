package io.flavortrend.jobs.testing;

import io.flavortrend.jobs.frame.OperatorNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded source of anything, held in this JVM, read in sequence. */
public final class Listed {
  private static final Map<String, List<?>> LISTS = new ConcurrentHashMap<>();

  private Listed() {}

  @SuppressWarnings("unchecked") // Put there by this very method.
  public static <T> DataStream<T> of(
      StreamExecutionEnvironment env,
      String uid,
      Class<T> type,
      WatermarkStrategy<T> watermarks,
      List<T> elements) {
    String id = UUID.randomUUID().toString();
    LISTS.put(id, elements);
    var source =
        new DataGeneratorSource<>(
            index -> (T) LISTS.get(id).get(index.intValue()),
            elements.size(),
            TypeInformation.of(type));
    return OperatorNames.named(
        env.fromSource(source, watermarks, uid).setParallelism(1), uid, "A list");
  }

  public static void forget() {
    LISTS.clear();
  }
}

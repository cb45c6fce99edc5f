package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.OperatorNames;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.CapturedRecordType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded source of a partition's records, held in this JVM, with watermarks from its beats. */
public final class ListedSource {
  private static final Map<String, List<? extends CapturedRecord<?>>> LISTS =
      new ConcurrentHashMap<>();

  private ListedSource() {}

  public static DataStream<CapturedRecord<OrderRow>> of(
      StreamExecutionEnvironment env, String uid, List<CapturedRecord<OrderRow>> records) {
    return of(env, uid, OrderRow.class, records);
  }

  @SuppressWarnings("unchecked") // The list that was put there under this very id.
  public static <R> DataStream<CapturedRecord<R>> of(
      StreamExecutionEnvironment env,
      String uid,
      Class<R> rowType,
      List<CapturedRecord<R>> records) {
    String id = UUID.randomUUID().toString();
    LISTS.put(id, records);
    var source =
        new DataGeneratorSource<>(
            index -> (CapturedRecord<R>) LISTS.get(id).get(index.intValue()),
            records.size(),
            new CapturedRecordType<>(rowType));
    return OperatorNames.named(
        env.fromSource(source, BeatWatermarks.strategy(), uid).setParallelism(1),
        uid,
        "A listed partition");
  }

  public static void forget() {
    LISTS.clear();
  }
}

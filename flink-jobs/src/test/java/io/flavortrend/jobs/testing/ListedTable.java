package io.flavortrend.jobs.testing;

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

/** A bounded source of a partition of any table, held in this JVM, with watermarks from beats. */
public final class ListedTable {
  private static final Map<String, List<?>> LISTS = new ConcurrentHashMap<>();

  private ListedTable() {}

  @SuppressWarnings("unchecked") // Put there by this very method.
  public static <R> DataStream<CapturedRecord<R>> of(
      StreamExecutionEnvironment env, String uid, Class<R> rowType, TableLog<R> log) {
    String id = UUID.randomUUID().toString();
    LISTS.put(id, log.records);
    var source =
        new DataGeneratorSource<>(
            index -> (CapturedRecord<R>) LISTS.get(id).get(index.intValue()),
            log.records.size(),
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

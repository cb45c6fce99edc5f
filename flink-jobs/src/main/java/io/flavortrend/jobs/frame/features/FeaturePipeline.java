package io.flavortrend.jobs.frame.features;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.jobs.frame.progress.MarkProgress;
import io.flavortrend.jobs.frame.progress.Marking;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What follows the events of features in every job; with {@code e} for the entity:
 *
 * <pre>
 *  events ──by entity──► e-features ─┬─► e-progress-markers ─► e-features-topic
 *                        fold, date, │   one chain: what
 *                        coalesce    │   stands behind a marker
 *                                    │   is dated after it
 *                                    └─► e-features-table
 * </pre>
 */
public final class FeaturePipeline {
  private FeaturePipeline() {}

  /**
   * Builds it.
   *
   * @param events what the entities' tables say, with watermarks from their beats
   * @param generation the job's generation where there is no state that knows it
   * @return the versions, for who else wants them
   */
  public static <E extends FeatureEvent<E>> SingleOutputStreamOperator<FeatureVersion> build(
      DataStream<E> events,
      FeatureGroup<E> group,
      FeatureSinks sinks,
      FeatureConfig config,
      int generation) {
    String entity = group.entity().code();
    SingleOutputStreamOperator<FeatureVersion> versions =
        named(
            events
                .keyBy(FeatureEvent::entityId, Types.LONG)
                .process(
                    new FeatureFunction<>(group, config.versionInterval(), generation),
                    TypeInformation.of(FeatureVersion.class)),
            entity + "-features",
            "Folds events in event time, and shows a version when features change");
    SingleOutputStreamOperator<FeatureRecord> marked =
        named(
            versions.transform(
                entity + "-progress-markers",
                TypeInformation.of(FeatureRecord.class),
                new MarkProgress<>(
                    new Marking<>(FeatureRecord::of, FeatureRecord::of),
                    group.entity().topic().partitions(),
                    config.markerInterval(),
                    generation)),
            entity + "-progress-markers",
            "Writes into every partition how far its versions are complete");
    named(
        marked.sinkTo(sinks.topic()),
        entity + "-features-topic",
        "Writes versions and markers to topic " + group.entity().topic().name());
    named(
        versions.sinkTo(sinks.table()),
        entity + "-features-table",
        "Upserts the newest version into " + group.entity().table());
    return versions;
  }
}

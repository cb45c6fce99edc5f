package io.flavortrend.debezium;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Routes each progress beat to the topic and partition that its row names, so that it stands there
 * behind everything that was committed before it. Records of other topics pass untouched.
 *
 * <p>A beat that was read by a snapshot proves nothing about what stands before it, and a deleted
 * one has nowhere to go: both are dropped.
 *
 * @param <R> the kind of record
 */
public final class BeatRouter<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
  private static final String TOPIC = "topic";
  private static final ConfigDef CONFIG =
      new ConfigDef()
          .define(TOPIC, Type.STRING, Importance.HIGH, "Topic that Debezium would write beats to");

  private String topic = "";

  @Override
  public void configure(Map<String, ?> configs) {
    topic = new AbstractConfig(CONFIG, configs).getString(TOPIC);
  }

  @Override
  public @Nullable R apply(R record) {
    if (!topic.equals(record.topic())) {
      return record;
    }
    if (!(record.value() instanceof Struct change)) {
      return null;
    }
    Struct row = change.getStruct("after");
    if (row == null || "r".equals(change.getString("op"))) {
      return null;
    }
    String target = row.getString("topic");
    Integer partition = row.getInt32("partition");
    if (target == null || partition == null) {
      throw new DataException("A progress beat names no topic or no partition: " + row);
    }
    return record.newRecord(
        target,
        partition,
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        record.timestamp());
  }

  @Override
  public ConfigDef config() {
    return CONFIG;
  }

  @Override
  public String version() {
    String version = BeatRouter.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Captured records through the connector's own converters and the contracts' codecs: what a
 * consumer of the topics would see.
 */
final class CapturedRecords {
  private static final Map<TopicSpec, ChangeCodec<?>> CODECS =
      TopicCatalogue.capturedTables().stream()
          .collect(Collectors.toMap(t -> t, t -> new ChangeCodec<>(t.valueType())));
  private static final JsonConverter VALUES = converter("value.converter.", false);
  private static final JsonConverter KEYS = converter("key.converter.", true);

  private final List<SourceRecord> records;

  /**
   * @param records in the order of their capture; may grow
   */
  CapturedRecords(List<SourceRecord> records) {
    this.records = records;
  }

  @SuppressWarnings("unchecked") // The catalogue says which row a topic carries.
  <R> Stream<Change<R>> changes(TopicSpec topic, Class<R> row) {
    assertThat(topic.valueType()).isEqualTo(row);
    return decoded(topic).filter(Change.class::isInstance).map(r -> (Change<R>) r);
  }

  Stream<Beat<?>> beats(TopicSpec topic) {
    return decoded(topic).filter(Beat.class::isInstance).map(r -> (Beat<?>) r);
  }

  Stream<CdcRecord<?>> decoded(TopicSpec topic) {
    return of(topic)
        .map(r -> VALUES.fromConnectData(r.topic(), r.valueSchema(), r.value()))
        .map(bytes -> decode(topic, bytes))
        .flatMap(Optional::stream);
  }

  private static Optional<CdcRecord<?>> decode(TopicSpec topic, byte[] bytes) {
    try {
      return CODECS.get(topic).decode(bytes).map(r -> r);
    } catch (ContractViolationException e) {
      throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  List<String> keys(TopicSpec topic) {
    return of(topic)
        .map(r -> KEYS.fromConnectData(r.topic(), r.keySchema(), r.key()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  Stream<SourceRecord> of(TopicSpec topic) {
    return records.stream().filter(r -> r.topic().equals(topic.name()));
  }

  private static JsonConverter converter(String prefix, boolean key) {
    JsonConverter converter = new JsonConverter();
    converter.configure(
        ConnectorDefinition.all().get(0).config().entrySet().stream()
            .filter(e -> e.getKey().startsWith(prefix))
            .collect(
                Collectors.toMap(e -> e.getKey().substring(prefix.length()), Map.Entry::getValue)),
        key);
    return converter;
  }
}

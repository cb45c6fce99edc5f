package io.flavortrend.jobs.frame.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class CapturedRecordTypeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final TypeSerializer<CapturedRecord<OrderRow>> serializer =
      new CapturedRecordType<>(OrderRow.class).createSerializer(new SerializerConfigImpl());
  private final OrderLog log = new OrderLog(1);

  @Test
  void aRecordComesBackWithItsPlaceBytesAndMeaning() throws Exception {
    for (CapturedRecord<OrderRow> captured :
        List.of(
            log.change(null, Orders.placed(1, 1, NOW).row(), NOW),
            log.beat(NOW),
            log.record(null),
            log.record(new byte[] {1, 2}))) {
      CapturedRecord<OrderRow> back = roundTrip(captured);
      assertThat(back.toString()).isEqualTo(captured.toString());
      assertThat(back.raw()).isEqualTo(captured.raw());
      assertThat(back.content()).isEqualTo(captured.content());
      assertThat(back.violation() == null).isEqualTo(captured.violation() == null);
    }
  }

  private CapturedRecord<OrderRow> roundTrip(CapturedRecord<OrderRow> captured) throws IOException {
    DataOutputSerializer first = new DataOutputSerializer(64);
    serializer.serialize(captured, first);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(first.getCopyOfBuffer()), copied);
    return serializer.duplicate().deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
  }
}

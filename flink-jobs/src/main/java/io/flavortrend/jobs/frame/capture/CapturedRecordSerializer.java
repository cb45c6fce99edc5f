package io.flavortrend.jobs.frame.capture;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes position and raw bytes, and decodes again when read. Between chained operators, where
 * every job keeps these records, it is never called; state must hold something smaller.
 */
final class CapturedRecordSerializer<R> extends TypeSerializer<CapturedRecord<R>> {
  private static final long serialVersionUID = 1L;

  private final Class<R> rowType;
  private transient @Nullable CapturedDecoder<R> decoder;

  CapturedRecordSerializer(Class<R> rowType) {
    this.rowType = rowType;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<CapturedRecord<R>> duplicate() {
    return new CapturedRecordSerializer<>(rowType);
  }

  @Override
  public CapturedRecord<R> createInstance() {
    return new CapturedRecord<>("", 0, 0, new byte[0], null, null);
  }

  @Override
  public CapturedRecord<R> copy(CapturedRecord<R> from) {
    return from;
  }

  @Override
  public CapturedRecord<R> copy(CapturedRecord<R> from, CapturedRecord<R> reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(CapturedRecord<R> value, DataOutputView target) throws IOException {
    target.writeUTF(value.topic());
    target.writeInt(value.partition());
    target.writeLong(value.offset());
    target.writeInt(value.raw().length);
    target.write(value.raw());
  }

  @Override
  public CapturedRecord<R> deserialize(DataInputView source) throws IOException {
    if (decoder == null) {
      decoder = new CapturedDecoder<>(rowType);
    }
    String topic = source.readUTF();
    int partition = source.readInt();
    long offset = source.readLong();
    byte[] raw = new byte[source.readInt()];
    source.readFully(raw);
    return decoder.decode(topic, partition, offset, raw);
  }

  @Override
  public CapturedRecord<R> deserialize(CapturedRecord<R> reuse, DataInputView source)
      throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    target.writeUTF(source.readUTF());
    target.writeInt(source.readInt());
    target.writeLong(source.readLong());
    byte[] raw = new byte[source.readInt()];
    source.readFully(raw);
    target.writeInt(raw.length);
    target.write(raw);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CapturedRecordSerializer<?> that && that.rowType.equals(rowType);
  }

  @Override
  public int hashCode() {
    return rowType.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<CapturedRecord<R>> snapshotConfiguration() {
    throw new UnsupportedOperationException("Captured records are not kept in state");
  }
}

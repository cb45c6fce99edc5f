package io.flavortrend.jobs.frame.capture;

import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Flink's view of {@link CapturedRecord}.
 *
 * @param <R> the table's row
 */
public final class CapturedRecordType<R> extends TypeInformation<CapturedRecord<R>> {
  private static final long serialVersionUID = 1L;

  private final Class<R> rowType;

  /**
   * @param rowType the table's public record
   */
  public CapturedRecordType(Class<R> rowType) {
    this.rowType = rowType;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Class<CapturedRecord<R>> getTypeClass() {
    return (Class) CapturedRecord.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<CapturedRecord<R>> createSerializer(SerializerConfig config) {
    return new CapturedRecordSerializer<>(rowType);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CapturedRecordType<?> that && that.rowType.equals(rowType);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(rowType);
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CapturedRecordType<?>;
  }

  @Override
  public String toString() {
    return "CapturedRecord<" + rowType.getSimpleName() + ">";
  }
}

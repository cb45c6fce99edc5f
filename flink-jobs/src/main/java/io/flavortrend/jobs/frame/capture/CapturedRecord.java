package io.flavortrend.jobs.frame.capture;

import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A record of a captured topic: where it stands, its bytes, and what they mean or why they mean
 * nothing. Immutable as long as nobody writes into the bytes.
 *
 * @param <R> the table's row
 */
public final class CapturedRecord<R> {
  private final String topic;
  private final int partition;
  private final long offset;
  private final byte[] raw;
  private final @Nullable CdcRecord<R> content;
  private final @Nullable ContractViolationException violation;

  CapturedRecord(
      String topic,
      int partition,
      long offset,
      byte[] raw,
      @Nullable CdcRecord<R> content,
      @Nullable ContractViolationException violation) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.raw = raw;
    this.content = content;
    this.violation = violation;
  }

  public String topic() {
    return topic;
  }

  public int partition() {
    return partition;
  }

  public long offset() {
    return offset;
  }

  /** The record's value as it stands in the topic; empty for a tombstone. Not to be changed. */
  byte[] raw() {
    return raw;
  }

  /** The change or beat; null for a tombstone and where {@link #violation()} is not. */
  public @Nullable CdcRecord<R> content() {
    return content;
  }

  /** Why the bytes could not be used; null where they could. */
  public @Nullable ContractViolationException violation() {
    return violation;
  }

  /**
   * The event time that this record proves for its partition, in milliseconds: nothing that stands
   * behind it was committed at or before. Empty for all but a beat that came through the log. The
   * beat's own millisecond is left out, since a commit may share it.
   */
  public OptionalLong provenThrough() {
    // A beat that was routed elsewhere says nothing about the partition it was found in.
    return content instanceof Beat<R> beat
            && beat.proof()
            && beat.beatAt() != null
            && beat.partition() == partition
            && beat.topic().equals(topic)
        ? OptionalLong.of(beat.beatAt().toEpochMilli() - 1)
        : OptionalLong.empty();
  }

  /** This record as a dead letter. */
  public DeadLetter toDeadLetter(
      String consumer, DeadLetter.Reason reason, String detail, Instant failedAt) {
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        topic,
        partition,
        offset,
        consumer,
        reason,
        detail,
        Base64.getEncoder().encodeToString(raw),
        failedAt);
  }

  @Override
  public String toString() {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }
}

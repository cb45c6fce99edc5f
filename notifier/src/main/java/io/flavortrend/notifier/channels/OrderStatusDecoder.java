package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channel {@code order_status}: the captured changes of orders, keyed by order; beats are skipped.
 */
public final class OrderStatusDecoder implements ChannelDecoder {
  /** A closed order stays in the snapshot for this long. */
  static final Duration SHOWN_CLOSED = Duration.ofMinutes(15);

  private static final byte[] GONE = "null".getBytes(StandardCharsets.UTF_8);

  private final ChangeCodec<OrderRow> codec = new ChangeCodec<>(OrderRow.class);
  private final JsonCodec<OrderStatusData> dataCodec = new JsonCodec<>(OrderStatusData.class);
  private final TimeDomain timeDomain;

  /**
   * @param timeDomain in the live domain nothing happens after its commit
   */
  public OrderStatusDecoder(TimeDomain timeDomain) {
    this.timeDomain = timeDomain;
  }

  @Override
  public Optional<Update> decode(byte @Nullable [] value, Instant now)
      throws ContractViolationException {
    if (value != null && ChangeCodec.looksLikeBeat(value)) {
      return Optional.empty();
    }
    Optional<CdcRecord<OrderRow>> cdcRecord = codec.decode(value);
    if (cdcRecord.isEmpty() || !(cdcRecord.get() instanceof Change<OrderRow> change)) {
      return Optional.empty();
    }
    OrderRow after = change.after();
    OrderRow before = change.before();
    if (after == null) {
      return before == null ? Optional.empty() : Optional.of(gone(before, change));
    }
    Instant occurredAt = occurredAt(after, change.source().committedAt());
    Instant until = after.status().isTerminal() ? occurredAt.plus(SHOWN_CLOSED) : null;
    return Optional.of(
        new Update(
            Long.toString(after.id()),
            change.source().lsn(),
            after.cityId(),
            occurredAt,
            after.placedAt(),
            until,
            dataCodec.encode(OrderStatusData.of(after, change, occurredAt)),
            false,
            before == null && until != null && until.isBefore(now),
            times(change)));
  }

  private static Update gone(OrderRow before, Change<OrderRow> change) {
    return new Update(
        Long.toString(before.id()),
        change.source().lsn(),
        before.cityId(),
        change.source().committedAt(),
        before.placedAt(),
        null,
        GONE,
        true,
        false,
        times(change));
  }

  private static Update.@Nullable Times times(Change<OrderRow> change) {
    return change.source().snapshot()
        ? null
        : new Update.Times(change.source().committedAt(), change.capturedAt(), null);
  }

  private Instant occurredAt(OrderRow order, Instant committedAt) {
    Instant transition =
        switch (order.status()) {
          case PLACED -> order.placedAt();
          case ACCEPTED -> order.acceptedAt();
          case ASSIGNED -> order.assignedAt();
          case READY -> order.readyAt();
          case PICKED_UP -> order.pickedUpAt();
          case DELIVERED -> order.deliveredAt();
          case CANCELLED -> order.cancelledAt();
        };
    Instant occurred = transition == null ? order.updatedAt() : transition;
    return timeDomain == TimeDomain.LIVE && occurred.isAfter(committedAt) ? committedAt : occurred;
  }
}

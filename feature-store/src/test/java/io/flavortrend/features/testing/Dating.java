package io.flavortrend.features.testing;

import io.flavortrend.contracts.cdc.OrderRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a transition of an order counts as having happened. */
@FunctionalInterface
public interface Dating {
  /** As the order's own column says. */
  Dating AS_TOLD = (order, at) -> at;

  /** The instant for one of the order's columns; null where that is. */
  @Nullable Instant of(OrderRow order, @Nullable Instant at);
}

package io.flavortrend.generator.world;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant and what it sells.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param opensAt local time; null where it never closes
 * @param closesAt local time, may lie past midnight; null where it never closes
 * @param menu never empty
 */
public record Restaurant(
    long id,
    int cityId,
    double latitude,
    double longitude,
    @Nullable LocalTime opensAt,
    @Nullable LocalTime closesAt,
    List<MenuItem> menu) {
  /** Defensive copy. */
  public Restaurant {
    menu = List.copyOf(menu);
  }

  /** True where orders are taken at that local time. */
  public boolean isOpen(LocalTime time) {
    if (opensAt == null || closesAt == null || opensAt.equals(closesAt)) {
      return true;
    }
    boolean afterOpening = !time.isBefore(opensAt);
    boolean beforeClosing = time.isBefore(closesAt);
    return opensAt.isBefore(closesAt)
        ? afterOpening && beforeClosing
        : afterOpening || beforeClosing;
  }
}

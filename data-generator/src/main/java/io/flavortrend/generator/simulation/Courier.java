package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Vehicle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A courier on the move; changed by the dispatcher of its city and the orders it carries. */
final class Courier {
  /** Who has been as they are for longest comes first. */
  static final Comparator<Courier> LONGEST_FIRST =
      Comparator.<Courier>comparingLong(courier -> courier.changedAt)
          .thenComparingLong(courier -> courier.id);

  private static final double HOME_AFTER_MICROS = 20.0 * Micros.MINUTE;

  final long id;
  final int cityId;
  final Vehicle vehicle;

  /** The orders it has, in the order in which they were assigned. */
  final List<OrderLife> bag = new ArrayList<>(2);

  CourierStatus status;
  private final Place home;
  private Place lastDoor;
  private long lastDoorAt;
  private long changedAt;

  Courier(long id, int cityId, Vehicle vehicle, CourierStatus status, Place home, long changedAt) {
    this.id = id;
    this.cityId = cityId;
    this.vehicle = vehicle;
    this.status = status;
    this.home = home;
    this.lastDoor = home;
    this.changedAt = changedAt;
  }

  /** A copy with an empty bag. */
  Courier(Courier original) {
    this(
        original.id,
        original.cityId,
        original.vehicle,
        original.status,
        original.home,
        original.changedAt);
    lastDoor = original.lastDoor;
    lastDoorAt = original.lastDoorAt;
  }

  /** A later time than any before, so that a writer can tell a repeated change from a new one. */
  Change.CourierChange become(CourierStatus newStatus, long at, boolean hired) {
    status = newStatus;
    changedAt = Math.max(at, changedAt + 1);
    return new Change.CourierChange(cityId, id, vehicle, newStatus, changedAt, hired);
  }

  /** The courier has delivered at that door. */
  void stoodAt(Place door, long at) {
    if (at >= lastDoorAt) {
      lastDoor = door;
      lastDoorAt = at;
    }
  }

  /** Where it is while it has nothing to carry: from the last door on the way home. */
  Place placeAt(long at) {
    return lastDoor.towards(home, Math.min(1, Math.max(0, at - lastDoorAt) / HOME_AFTER_MICROS));
  }
}

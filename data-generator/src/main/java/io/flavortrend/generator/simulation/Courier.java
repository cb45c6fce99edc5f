package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Vehicle;

/** A courier on the move; changed by the dispatcher of its city only. */
final class Courier {
  final long id;
  final int cityId;
  final Vehicle vehicle;
  CourierStatus status;
  Place place;
  private long changedAt;

  Courier(long id, int cityId, Vehicle vehicle, CourierStatus status, Place place, long changedAt) {
    this.id = id;
    this.cityId = cityId;
    this.vehicle = vehicle;
    this.status = status;
    this.place = place;
    this.changedAt = changedAt;
  }

  /** A later time than any before, so that a writer can tell a repeated change from a new one. */
  Change.CourierChange become(CourierStatus newStatus, long at, boolean hired) {
    status = newStatus;
    changedAt = Math.max(at, changedAt + 1);
    return new Change.CourierChange(cityId, id, vehicle, newStatus, changedAt, hired);
  }
}

package io.flavortrend.generator.simulation;

import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.world.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ride along the streets to a door, after another door where the courier has two orders. Not
 * thread-safe.
 */
final class Trip {
  private final @Nullable Trip before;
  private final Place from;
  private final Place door;
  private final long startsAt;
  private final long endsAt;
  private @Nullable List<Place> way;

  Trip(@Nullable Trip before, Place from, Place door, long startsAt, long endsAt) {
    this.before = before;
    this.from = from;
    this.door = door;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
  }

  /** Where the courier is at a time: on a street, or at one of both ends. */
  Place at(long time, RoadNetwork roads) {
    if (before != null && time < startsAt) {
      return before.at(time, roads);
    }
    List<Place> points = way;
    if (points == null) {
      points = new ArrayList<>();
      points.add(from);
      points.addAll(roads.route(from, door).wayTo(door));
      points.add(door);
      way = points;
    }
    return along(points, (time - startsAt) / (double) Math.max(1, endsAt - startsAt));
  }

  private static Place along(List<Place> points, double share) {
    double whole = 0;
    for (int i = 1; i < points.size(); i++) {
      whole += points.get(i - 1).kilometresTo(points.get(i));
    }
    double left = whole * Math.max(0, Math.min(1, share));
    for (int i = 1; i < points.size(); i++) {
      double length = points.get(i - 1).kilometresTo(points.get(i));
      if (left <= length) {
        return points.get(i - 1).towards(points.get(i), length == 0 ? 0 : left / length);
      }
      left -= length;
    }
    return points.get(points.size() - 1);
  }
}

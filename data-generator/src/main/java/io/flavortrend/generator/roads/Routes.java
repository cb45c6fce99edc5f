package io.flavortrend.generator.roads;

import io.flavortrend.generator.world.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The quickest ways from one crossing of a city (Dijkstra, 1959); streets are ridden both ways, so
 * that they are the quickest ways to it as well. Immutable and thread-safe.
 */
public final class Routes {
  /** Asks for the ways to all crossings. */
  static final int EVERYWHERE = -1;

  private final RoadNetwork network;
  private final int origin;
  private final short[] before;
  private final float[] kilometres;
  private final float[] effort;

  private Routes(RoadNetwork network, int origin) {
    this.network = network;
    this.origin = origin;
    int crossings = network.crossings().size();
    before = new short[crossings];
    kilometres = new float[crossings];
    effort = new float[crossings];
    Arrays.fill(effort, Float.MAX_VALUE);
    effort[origin] = 0;
    before[origin] = (short) origin;
  }

  /**
   * Searches until {@code target} is reached, or everything is.
   *
   * @param target a crossing, or {@link #EVERYWHERE}
   */
  static Routes search(RoadNetwork network, int origin, int target) {
    Routes routes = new Routes(network, origin);
    Frontier frontier = new Frontier();
    boolean[] done = new boolean[routes.effort.length];
    frontier.add(0, origin);
    while (!frontier.isEmpty()) {
      int here = frontier.poll();
      if (here == target) {
        break;
      }
      if (!done[here]) {
        done[here] = true;
        routes.goOn(here, frontier);
      }
    }
    return routes;
  }

  /** Length of the quickest way to the crossing at that place. */
  public double kilometresTo(Place place) {
    return kilometres[network.crossingAt(place)];
  }

  /** The same way in kilometres of ordinary street that take as long. */
  public double effortTo(Place place) {
    return effort[network.crossingAt(place)];
  }

  /** The crossings on the way to that place, both ends included. */
  public List<Place> wayTo(Place place) {
    List<Place> way = new ArrayList<>();
    int here = network.crossingAt(place);
    way.add(network.crossings().get(here));
    while (here != origin) {
      here = before[here];
      way.add(network.crossings().get(here));
    }
    Collections.reverse(way);
    return way;
  }

  private void goOn(int here, Frontier frontier) {
    for (int i = network.firstStreetOf(here); i < network.firstStreetOf(here + 1); i++) {
      Street street = network.streetOf(i);
      int there = street.from() == here ? street.to() : street.from();
      float reached = (float) (effort[here] + street.effort());
      if (reached < effort[there]) {
        effort[there] = reached;
        kilometres[there] = (float) (kilometres[here] + street.kilometres());
        before[there] = (short) here;
        frontier.add(reached, there);
      }
    }
  }
}

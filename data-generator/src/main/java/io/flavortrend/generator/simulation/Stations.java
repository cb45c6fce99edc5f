package io.flavortrend.generator.simulation;

import java.util.PriorityQueue;

/**
 * One kitchen's stations and the orders before them, first come, first served. What it holds is
 * when each station will next be free.
 */
final class Stations {
  private final PriorityQueue<Long> freeAt = new PriorityQueue<>();
  private int size;

  Stations(int size) {
    this.size = size;
  }

  Stations(Stations original) {
    size = original.size;
    freeAt.addAll(original.freeAt);
  }

  /** The kitchen of a restaurant of which nothing is known but its id. */
  static Stations ofOne(long restaurantId) {
    return new Stations(1);
  }

  void resize(int stations) {
    size = stations;
  }

  /** How long an order that came now would wait for a station, in microseconds. */
  long waitAt(long at) {
    Long first = freeAt.peek();
    return first == null || freeAt.size() < size ? 0 : Math.max(0, first - at);
  }

  /** Cooks an order for so long, as soon as there is a station; the answer is when it is done. */
  long cook(long at, long duration) {
    long begin = at;
    while (freeAt.size() >= size) {
      begin = Math.max(begin, freeAt.remove());
    }
    freeAt.add(begin + duration);
    return begin + duration;
  }
}

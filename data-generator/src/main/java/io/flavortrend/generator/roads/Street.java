package io.flavortrend.generator.roads;

/**
 * A stretch of road between two crossings, to be ridden both ways.
 *
 * @param from index of a crossing
 * @param to index of a crossing
 * @param kilometres its length
 * @param arterial wide and fast: {@value #ARTERIAL_SPEED} times the speed of other streets
 */
public record Street(int from, int to, double kilometres, boolean arterial) {
  /** How much faster an arterial is ridden. */
  public static final double ARTERIAL_SPEED = 1.4;

  /** Its length in kilometres of ordinary street that take as long. */
  public double effort() {
    return arterial ? kilometres / ARTERIAL_SPEED : kilometres;
  }
}

package io.flavortrend.generator.roads;

import java.util.SplittableRandom;

/** A winding river past the city's centre; positions are kilometres east and north of it. */
final class River {
  private final double east;
  private final double north;
  private final double offset;
  private final double swing;
  private final double bend;

  River(SplittableRandom random) {
    double course = Math.PI * random.nextDouble();
    east = Math.cos(course);
    north = Math.sin(course);
    offset = 0.4 + 2 * random.nextDouble();
    swing = 0.4 + 0.7 * random.nextDouble();
    bend = 2 * Math.PI / (7 + 6 * random.nextDouble());
  }

  /** True where a straight line between the two points meets the river. */
  boolean parts(double[] a, double[] b) {
    return side(a) * side(b) < 0;
  }

  /** The point of the river's middle so far along its course. */
  double[] at(double along) {
    double across = offset + swing * Math.sin(bend * along);
    return new double[] {along * east - across * north, along * north + across * east};
  }

  private double side(double[] point) {
    double along = point[0] * east + point[1] * north;
    double across = point[1] * east - point[0] * north;
    return across - offset - swing * Math.sin(bend * along);
  }
}

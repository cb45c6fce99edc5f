package io.flavortrend.generator.replay;

/**
 * How far a replay has come, as the database has it.
 *
 * @param position events written
 * @param orderBase added to an order's number, and so on: where the ids of this replay begin
 * @param shiftMicros added to every time of the file
 */
record Progress(
    int position,
    long orderBase,
    long customerBase,
    long restaurantBase,
    long courierBase,
    long shiftMicros,
    boolean finished) {

  long base(Plan.Kind kind) {
    return switch (kind) {
      case CUSTOMER -> customerBase;
      case RESTAURANT -> restaurantBase;
      case COURIER -> courierBase;
    };
  }
}

package io.flavortrend.generator.live;

import org.jspecify.annotations.Nullable;

/**
 * What the generator does, as {@code GET /status} shows it.
 *
 * @param ordersPerSecond asked for, and committed over the last 10 s
 * @param changesPerSecond rows of captured tables changed, over the last 10 s
 * @param openOrders orders on their way
 * @param ordersPlaced committed since the process started, warm start included
 * @param behindMs how long the oldest change due has been waiting to be committed
 * @param latenessMs from due to committed
 * @param writerBusy share of the last 10 s that the busiest part, all writers together, spent in
 *     the database; 1 is one connection's whole time
 * @param refused changes that the database refused, each of which is in the log
 */
public record Status(
    State state,
    long seed,
    Rate ordersPerSecond,
    double changesPerSecond,
    int openOrders,
    long ordersPlaced,
    double behindMs,
    Lateness latenessMs,
    double writerBusy,
    long refused,
    Profile profile) {

  /** What the process is about. */
  public enum State {
    /** Waiting for the database, or writing the hours before the start. */
    STARTING,
    RUNNING,
    STOPPED
  }

  /**
   * Orders per second.
   *
   * @param target as configured or asked for
   * @param actual as committed
   */
  public record Rate(double target, double actual) {}

  /** Milliseconds from due to committed. */
  public record Lateness(long count, double p50, double p99, double max) {}

  /**
   * The shape of the load.
   *
   * @param constant evenly spaced, whatever the hour
   * @param lifecycleSeconds mean life of an order; null where they live as long as real ones
   * @param pings whether couriers' positions are recorded
   */
  public record Profile(boolean constant, @Nullable Double lifecycleSeconds, boolean pings) {}
}

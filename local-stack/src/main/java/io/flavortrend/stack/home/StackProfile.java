package io.flavortrend.stack.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is for; kept with its data, so that the next {@code up} carries on in the same way.
 *
 * @param timeDomain where event time comes from; never changes for a FLAVOR_HOME
 * @param generator false where no live orders are simulated
 * @param replay history to feed; null for none
 * @param simulation history to simulate; null for none
 */
public record StackProfile(
    Domain timeDomain,
    boolean generator,
    @Nullable Replay replay,
    @Nullable Simulation simulation) {

  /** The two time domains. */
  public enum Domain {
    live,
    log;

    /** The name in settings. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * History to feed through PostgreSQL.
   *
   * @param file the CSV, absolute
   * @param mapping the mapping file, absolute
   * @param speed simulated seconds per second; 0 for as fast as possible
   * @param rebase true where the history's first event is moved to now
   */
  public record Replay(String file, String mapping, double speed, boolean rebase) {}

  /**
   * History to simulate.
   *
   * @param days how many
   * @param from when they begin, ISO-8601
   * @param ordersPerSecond mean over the week
   * @param seed of all random numbers
   */
  public record Simulation(double days, String from, double ordersPerSecond, long seed) {}

  /** True where history is fed rather than lived. */
  public boolean fed() {
    return replay != null || simulation != null;
  }

  /** History of the log domain from a file. */
  public static StackProfile replaying(Replay replay) {
    return new StackProfile(Domain.log, false, replay, null);
  }

  /** History of the log domain from the simulator. */
  public static StackProfile simulating(Simulation simulation) {
    return new StackProfile(Domain.log, false, null, simulation);
  }

  /** Live orders from the generator. */
  public static StackProfile live(boolean generator) {
    return new StackProfile(Domain.live, generator, null, null);
  }
}

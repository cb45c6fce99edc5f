package io.flavortrend.stack.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is for; kept with its data, so that the next {@code up} carries on in the same way.
 *
 * @param timeDomain where event time comes from; never changes for a FLAVOR_HOME
 * @param generator false where no live orders are simulated
 * @param replay history to feed; null for none
 */
public record StackProfile(Domain timeDomain, boolean generator, @Nullable Replay replay) {

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

  /** Live orders from the generator. */
  public static StackProfile live(boolean generator) {
    return new StackProfile(Domain.live, generator, null);
  }
}

package io.flavortrend.webapi.dynamicsla;

import org.jspecify.annotations.Nullable;

/**
 * What was raised and what came of it, in one city or in all.
 *
 * @param warnings raised in the period, by where they stand
 * @param violations raised in the period, by where they stand
 * @param brokenPromises orders delivered in the period, later than promised
 * @param warnedShare share of those that were warned of; null where there are none, as the others
 * @param warnedAheadShare share of those that were warned of in time to act
 * @param meanLeadMinutes from warning to promise, mean over those that were warned of
 * @param warningPrecision share of the warnings whose orders were delivered that came true; null
 *     where none was delivered
 */
record CityFigures(
    States warnings,
    States violations,
    long brokenPromises,
    @Nullable Double warnedShare,
    @Nullable Double warnedAheadShare,
    @Nullable Double meanLeadMinutes,
    @Nullable Double warningPrecision) {

  /** How many stand where. */
  record States(long open, long closed, long withdrawn) {
    States plus(States other) {
      return new States(
          open + other.open(), closed + other.closed(), withdrawn + other.withdrawn());
    }
  }

  /**
   * Counts that can be added up.
   *
   * @param warned broken promises that were warned of
   * @param warnedAhead of those the ones in time to act
   * @param leadMinutes sum over {@code warned}
   * @param judged warnings whose orders were delivered
   * @param cameTrue of those the ones delivered later than promised
   */
  record Counts(
      States warnings,
      States violations,
      long brokenPromises,
      long warned,
      long warnedAhead,
      double leadMinutes,
      long judged,
      long cameTrue) {
    static final Counts NONE =
        new Counts(new States(0, 0, 0), new States(0, 0, 0), 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          warnings.plus(other.warnings()),
          violations.plus(other.violations()),
          brokenPromises + other.brokenPromises(),
          warned + other.warned(),
          warnedAhead + other.warnedAhead(),
          leadMinutes + other.leadMinutes(),
          judged + other.judged(),
          cameTrue + other.cameTrue());
    }

    CityFigures figures() {
      return new CityFigures(
          warnings,
          violations,
          brokenPromises,
          ratio(warned, brokenPromises),
          ratio(warnedAhead, brokenPromises),
          ratio(leadMinutes, warned),
          ratio(cameTrue, judged));
    }

    private static @Nullable Double ratio(double part, long of) {
      return of == 0 ? null : part / of;
    }
  }
}

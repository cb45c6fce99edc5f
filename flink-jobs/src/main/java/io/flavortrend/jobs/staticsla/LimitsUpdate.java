package io.flavortrend.jobs.staticsla;

/**
 * What the topic now says about one city or all.
 *
 * @param cityId the city; {@link #EVERYWHERE} for all
 * @param minutes {@link LimitMinutes#UNSAID} where the record was taken back
 */
public record LimitsUpdate(int cityId, LimitMinutes minutes) {
  /** All cities that say nothing themselves. */
  public static final int EVERYWHERE = Integer.MIN_VALUE;
}

package io.flavortrend.jobs.citykpis;

/**
 * One city within one minute.
 *
 * @param cityId the city
 * @param minute the minute's first instant, milliseconds since the epoch
 */
public record CityMinuteKey(int cityId, long minute) {
  /** Written down, since it places keys on subtasks: a record's own hash is the JVM's to choose. */
  @Override
  public int hashCode() {
    return 31 * cityId + Long.hashCode(minute);
  }
}

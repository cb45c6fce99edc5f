package io.flavortrend.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where event time comes from; a stack keeps the one it was started in. */
public enum TimeDomain {
  /** Event time follows the log, and heartbeats move it on when nothing happens. */
  LIVE,
  /** Only the records move event time: history replayed at any speed gives the same results. */
  LOG;

  /** The name in settings, SQL and JSON: lower case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.flavortrend.initdb;

import io.flavortrend.contracts.TimeDomain;

/** The database was set up in the other time domain; a FLAVOR_HOME keeps its domain. */
public final class OtherTimeDomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherTimeDomainException(TimeDomain asked, String found) {
    super(
        ("FLAVOR_TIME_DOMAIN is '%s', but this database was set up as '%s': a FLAVOR_HOME keeps its"
                + " domain, so use another FLAVOR_HOME or wipe this one with './flavor down --wipe'")
            .formatted(asked.code(), found));
  }
}

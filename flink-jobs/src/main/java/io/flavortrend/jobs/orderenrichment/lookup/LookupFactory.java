package io.flavortrend.jobs.orderenrichment.lookup;

import java.io.Serializable;

/** Opens lookups where they are used. */
@FunctionalInterface
public interface LookupFactory extends Serializable {
  Lookups open();
}

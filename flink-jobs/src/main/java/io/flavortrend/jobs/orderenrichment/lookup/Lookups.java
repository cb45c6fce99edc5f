package io.flavortrend.jobs.orderenrichment.lookup;

/** Looks attributes up. Never waits: what is not at hand is asked for, to be had a little later. */
public interface Lookups extends AutoCloseable {
  /** What is at hand, no staler than the bound. */
  Attributes find(int cityId, long restaurantId, long customerId);

  @Override
  void close();
}

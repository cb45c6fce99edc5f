package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.codec.ContractViolationException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a topic's values into updates of a channel. Thread-safe. */
public interface ChannelDecoder {
  /**
   * The update in these bytes; empty where they say nothing to the channel's clients.
   *
   * @param value the record's value; null for a tombstone
   * @param now the time domain's present, for telling history from news
   * @throws ContractViolationException when the bytes break the topic's contract
   */
  Optional<Update> decode(byte @Nullable [] value, Instant now) throws ContractViolationException;
}

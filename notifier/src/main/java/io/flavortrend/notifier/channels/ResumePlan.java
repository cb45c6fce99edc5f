package io.flavortrend.notifier.channels;

import java.util.List;
import java.util.Optional;

/**
 * Decides for one channel whether a client that comes back gets the events it missed, or a
 * snapshot. Pure.
 *
 * @param maxReplayed a client that missed more gets a snapshot: cheaper for both
 */
record ResumePlan(int maxReplayed) {
  /**
   * @param missed how many events were missed; negative where unknown
   */
  record Gap(String reason, int missed) {}

  /**
   * @param resumed true where {@code events} are all that was missed
   * @param gap why not, where the client had asked for it
   */
  record Step(boolean resumed, List<Event> events, Optional<Gap> gap) {}

  Step step(
      ChannelLog log,
      Channel channel,
      Optional<Cursor> given,
      String epoch,
      Subscriber subscriber) {
    if (given.isEmpty()) {
      return new Step(false, List.of(), Optional.empty());
    }
    if (!given.get().epoch().equals(epoch)) {
      return gap("the cursor is not of this cluster", -1);
    }
    if (given.get().positions(channel) == null) {
      // A channel that the client has only now added: nothing was missed.
      return new Step(false, List.of(), Optional.empty());
    }
    Optional<List<Event>> since = log.since(given.get());
    if (since.isEmpty()) {
      return gap("the events after the cursor are not held any more", -1);
    }
    List<Event> events = since.get().stream().filter(subscriber::wants).toList();
    if (events.size() > maxReplayed) {
      return gap("more than %d events were missed".formatted(maxReplayed), events.size());
    }
    return new Step(true, events, Optional.empty());
  }

  private static Step gap(String reason, int missed) {
    return new Step(false, List.of(), Optional.of(new Gap(reason, missed)));
  }
}

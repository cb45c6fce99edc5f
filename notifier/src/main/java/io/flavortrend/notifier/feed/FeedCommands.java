package io.flavortrend.notifier.feed;

import io.flavortrend.notifier.channels.ChannelHub;
import java.util.function.Consumer;

/** Lets other threads do something with the hub on the feed's own thread. Thread-safe. */
public interface FeedCommands {
  /** Runs the command soon, in the order of submission, once the channels have caught up. */
  void submit(Consumer<ChannelHub> command);
}

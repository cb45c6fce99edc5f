package io.flavortrend.notifier.feed;

/** A topic that the notifier reads does not exist (yet). */
final class TopicMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicMissingException(String topic) {
    super("Topic %s does not exist".formatted(topic));
  }
}

package io.flavortrend.kafka.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the agent can mend, by the name that it is given as its argument. */
enum Mend {
  /** A broker keeps the markers of partitions without a leader: see {@link LeaderEndpoint}. */
  BROKER(
      new CallRedirection(
          "kafka/coordinator/transaction/TransactionMarkerChannelManager",
          null,
          List.of(
              new CallRedirection.Call(
                  "org/apache/kafka/metadata/MetadataCache",
                  "getPartitionLeaderEndpoint",
                  "io/flavortrend/kafka/agent/LeaderEndpoint",
                  "of",
                  "(Lorg/apache/kafka/metadata/MetadataCache;Ljava/lang/String;I"
                      + "Lorg/apache/kafka/common/network/ListenerName;)Ljava/util/Optional;")))),

  /**
   * A transactional producer does not commit without its last record: see {@link
   * org.apache.kafka.clients.producer.internals.NextTransactionalRequest}.
   */
  PRODUCER(
      new CallRedirection(
          "org/apache/kafka/clients/producer/internals/Sender",
          "maybeSendAndPollTransactionalRequest",
          List.of(
              // Not asked here any more: the accumulator stays on the stack for the next call.
              new CallRedirection.Call(
                  "org/apache/kafka/clients/producer/internals/RecordAccumulator",
                  "hasIncomplete",
                  null,
                  "",
                  ""),
              new CallRedirection.Call(
                  "org/apache/kafka/clients/producer/internals/TransactionManager",
                  "nextRequest",
                  "org/apache/kafka/clients/producer/internals/NextTransactionalRequest",
                  "of",
                  "(Lorg/apache/kafka/clients/producer/internals/TransactionManager;"
                      + "Lorg/apache/kafka/clients/producer/internals/RecordAccumulator;)"
                      + "Lorg/apache/kafka/clients/producer/internals/"
                      + "TransactionManager$TxnRequestHandler;"))));

  private final CallRedirection redirection;

  Mend(CallRedirection redirection) {
    this.redirection = redirection;
  }

  CallRedirection redirection() {
    return redirection;
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException naming those that there are
   */
  static Mend named(@Nullable String argument) {
    String name = Objects.requireNonNullElse(argument, "");
    return Arrays.stream(values())
        .filter(mend -> mend.argument().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kafka-agent: '%s' is not one of %s: -javaagent:kafka-agent.jar=broker"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Mend::argument)
                                .collect(Collectors.joining(", ")))));
  }

  private String argument() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.apache.kafka.clients.producer.internals;

import org.jspecify.annotations.Nullable;

/**
 * What a transactional producer's network thread is to ask the coordinator next. In Kafka's own
 * package, because what it calls is visible only there.
 *
 * <p>Kafka's network thread (up to 4.4.0 at least) first looks whether records are still on their
 * way, and then, under the manager's lock, whether the transaction is to end. A thread that sends a
 * record and commits between those two looks gets its transaction committed <em>without</em> that
 * record, and is told that it was committed with it. Since transaction version 2 nothing else
 * stands between: before, a new partition had to be added to the transaction first.
 */
public final class NextTransactionalRequest {
  private NextTransactionalRequest() {}

  /**
   * Looks for records on their way under the same lock: a transaction can then no longer be found
   * ending while its last record was overlooked, because the record was appended before the end was
   * asked for.
   *
   * @return null where there is nothing to ask, or the end has to wait for records
   */
  public static TransactionManager.@Nullable TxnRequestHandler of(
      TransactionManager manager, RecordAccumulator accumulator) {
    synchronized (manager) {
      return manager.nextRequest(accumulator.hasIncomplete());
    }
  }
}

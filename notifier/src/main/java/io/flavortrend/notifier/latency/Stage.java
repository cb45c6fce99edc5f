package io.flavortrend.notifier.latency;

import java.util.Locale;

/** The stages of docs/processes.md. */
public enum Stage {
  /** Commit → read from the write-ahead log. */
  CAPTURE,
  /** Read from the write-ahead log → readable in Kafka and read by the notifier. */
  PUBLISH,
  /** Captured → emitted by the job, of city KPIs. */
  JOB,
  /** Read by the notifier → written to a WebSocket. */
  DELIVER,
  /** Commit → written to a WebSocket, of order status. */
  COMMIT_TO_SOCKET,
  /** Captured → predicted, of delivery times. */
  PREDICT,
  /** Commit → written to a WebSocket, of predicted delivery times. */
  COMMIT_TO_PREDICTION;

  /** The name in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

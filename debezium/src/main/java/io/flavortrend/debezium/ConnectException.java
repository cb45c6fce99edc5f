package io.flavortrend.debezium;

/** Kafka Connect refused a connector or did not run it in time; the message says why. */
public final class ConnectException extends Exception {
  private static final long serialVersionUID = 1L;

  ConnectException(String message) {
    super(message);
  }
}

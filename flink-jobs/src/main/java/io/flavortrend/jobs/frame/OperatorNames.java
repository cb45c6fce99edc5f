package io.flavortrend.jobs.frame;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The one door through which an operator gets its uid. State is found again by uid, so the name in
 * Flink's UI is the same word, and the sentence beside it is free to change.
 */
public final class OperatorNames {
  private OperatorNames() {}

  /**
   * Names an operator.
   *
   * @param operator what is named
   * @param uid lower-case words joined by hyphens; once released it never changes
   * @param description one sentence for Flink's UI
   * @throws IllegalArgumentException when the uid is not lower-case words joined by hyphens
   */
  public static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, String uid, String description) {
    return operator.uid(checked(uid)).name(uid).setDescription(description);
  }

  /**
   * Names a sink; see {@link #named(SingleOutputStreamOperator, String, String)}.
   *
   * @throws IllegalArgumentException when the uid is not lower-case words joined by hyphens
   */
  public static <T> DataStreamSink<T> named(
      DataStreamSink<T> sink, String uid, String description) {
    return sink.uid(checked(uid)).name(uid).setDescription(description);
  }

  private static String checked(String uid) {
    if (!uid.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "uid '%s': allowed is lower-case words joined by hyphens".formatted(uid));
    }
    return uid;
  }
}

package io.flavortrend.jobs.testing;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;

/** The uids of a wired job, as Flink will look for state by them. */
public final class Uids {
  private Uids() {}

  /** One line for each operator; an operator without uid shows as null, a duplicate twice. */
  public static List<String> of(StreamExecutionEnvironment env) {
    return env.getStreamGraph(false).getStreamNodes().stream()
        .map(StreamNode::getTransformationUID)
        .map(String::valueOf)
        .sorted()
        .toList();
  }
}

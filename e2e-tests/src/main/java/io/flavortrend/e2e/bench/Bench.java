package io.flavortrend.e2e.bench;

import java.util.List;

/** A measurement. */
interface Bench {
  /** Its name on the command line. */
  String name();

  /**
   * Measures; prints its progress.
   *
   * @param stacks starts stacks to measure
   * @throws Exception when it cannot be measured
   */
  List<BenchResult> run(BenchStacks stacks) throws Exception;
}

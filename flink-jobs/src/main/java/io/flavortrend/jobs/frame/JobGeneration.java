package io.flavortrend.jobs.frame;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.postgresql.Driver;

/**
 * The life a job is in. Versions of aggregates count the changes folded; a job that starts without
 * its state counts from one again, and its rows must still win over those of its former life.
 */
public final class JobGeneration {
  /** Versions stay below 2^53, the largest whole number that JavaScript keeps exact. */
  public static final int MAX = (1 << 13) - 1;

  private static final int CHANGES_BITS = 40;

  private static final String RAISE =
      """
      insert into analytics.job_generations as g (job, generation) values (?, 1)
      on conflict (job) do update set generation = g.generation + 1 returning generation""";

  private JobGeneration() {}

  /**
   * The version of a row: the generation, then the number of changes folded into the row.
   *
   * @throws IllegalArgumentException when either does not fit
   */
  public static long version(int generation, long changes) {
    if (generation < 1 || generation > MAX || changes < 0 || changes >>> CHANGES_BITS != 0) {
      throw new IllegalArgumentException(
          "No version for generation %d with %d changes".formatted(generation, changes));
    }
    return ((long) generation << CHANGES_BITS) | changes;
  }

  /**
   * The generation to hand to a job that is being submitted: a new one when it starts without
   * state, else 1, which the generation in the state outranks.
   *
   * @param configuration what the job is submitted with
   * @throws SQLException when the database is away, refuses, or has counted to the end
   */
  public static int forSubmission(JobConfig job, ReadableConfig configuration) throws SQLException {
    return configuration.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).isPresent()
        ? 1
        : raise(job);
  }

  private static int raise(JobConfig job) throws SQLException {
    try (Connection connection = job.database().connect(job.name());
        PreparedStatement statement = connection.prepareStatement(RAISE)) {
      statement.setString(1, job.name());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        int generation = result.getInt(1);
        if (generation > MAX) {
          throw new SQLException(
              "Job %s has started without its state %d times, more than versions can count"
                  .formatted(job.name(), MAX));
        }
        return generation;
      }
    } finally {
      // The driver registered itself with the JVM and would keep this submission's classes alive.
      if (Driver.isRegistered()) {
        Driver.deregister();
      }
    }
  }
}

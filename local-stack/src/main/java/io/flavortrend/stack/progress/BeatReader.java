package io.flavortrend.stack.progress;

import io.flavortrend.stack.database.ReadOnlyDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the progress beats in the database. */
public final class BeatReader {
  private final ReadOnlyDatabase database;

  /** Reads there. */
  public BeatReader(ReadOnlyDatabase database) {
    this.database = database;
  }

  /** The oldest of all partitions' newest beats; empty where one has none, or nobody answers. */
  Optional<Instant> oldestBeat() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet beats =
            statement.executeQuery(
                "select min(beat_at) from cdc_heartbeat having count(*) = count(beat_at)")) {
      if (!beats.next()) {
        return Optional.empty();
      }
      OffsetDateTime oldest = beats.getObject(1, OffsetDateTime.class);
      return Optional.ofNullable(oldest).map(OffsetDateTime::toInstant);
    } catch (SQLException down) {
      return Optional.empty();
    }
  }
}

package io.flavortrend.initdb;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One row of {@code cdc_heartbeat} for each partition of each captured topic. */
final class ProgressBeats {
  private final Connection connection;
  private final TimeDomain timeDomain;

  ProgressBeats(Connection connection, TimeDomain timeDomain) {
    this.connection = connection;
    this.timeDomain = timeDomain;
  }

  void seed(List<String> done) throws SQLException {
    refuseTheOtherDomain();
    int added = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into public.cdc_heartbeat (topic, partition, time_domain, updated_at)
            values (?, ?, ?, now()) on conflict do nothing""")) {
      for (TopicSpec topic : TopicCatalogue.capturedTables()) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          insert.setString(1, topic.name());
          insert.setInt(2, partition);
          insert.setString(3, timeDomain.code());
          added += insert.executeUpdate();
        }
      }
    }
    if (added > 0) {
      done.add("added %d progress beats, time domain %s".formatted(added, timeDomain.code()));
    }
  }

  private void refuseTheOtherDomain() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet found =
            query.executeQuery("select distinct time_domain from public.cdc_heartbeat")) {
      while (found.next()) {
        String domain = found.getString(1);
        if (!domain.equals(timeDomain.code())) {
          throw new OtherTimeDomainException(timeDomain, domain);
        }
      }
    }
  }
}

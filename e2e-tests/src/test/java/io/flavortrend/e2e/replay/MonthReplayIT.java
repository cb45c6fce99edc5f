package io.flavortrend.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real month of deliveries, 18,079 rows. */
@Order(110)
class MonthReplayIT {
  private static Expected expected;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(
        Files.isReadable(DoorDashMonth.csv()),
        () -> "%s is absent: nothing is replayed".formatted(DoorDashMonth.csv()));
    expected = DoorDashMonth.expected();
    assertThat(expected.rows()).isEqualTo(18_079);
  }

  @Test
  @Order(1)
  void allFiguresEqualARecomputeFromTheFile() throws SQLException, IOException {
    try (ReplayedStack replayed =
        ReplayedStack.start(DoorDashMonth.csv(), DoorDashMonth.mapping(), 20_000)) {
      replayed.assertEquals(expected);
    }
  }

  @Test
  @Order(2)
  @Tag("long")
  void alsoAtAnotherSpeed() throws SQLException, IOException {
    try (ReplayedStack replayed =
        ReplayedStack.start(DoorDashMonth.csv(), DoorDashMonth.mapping(), 60_000)) {
      replayed.assertEquals(expected);
    }
  }

  @Test
  @Order(3)
  @Tag("long")
  void alsoWithFourPartsKilled() throws SQLException, IOException {
    try (ReplayedStack replayed =
        ReplayedStack.start(DoorDashMonth.csv(), DoorDashMonth.mapping(), 10_000)) {
      replayed.killInTheMiddle(
          expected.rows(), List.of("flink-taskmanager", "connect", "kafka", "postgres"));
      replayed.assertEquals(expected);
    }
  }
}

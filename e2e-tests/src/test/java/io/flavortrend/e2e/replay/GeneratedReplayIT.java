package io.flavortrend.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file full of dirt: the same figures at every speed, and whatever is killed. */
@Order(100)
class GeneratedReplayIT {
  private static final int ROWS = 1_500;
  private static final int MINUTES = 300;

  @TempDir private static Path folder;
  private static GeneratedDeliveries.Paths files;
  private static Expected expected;

  @BeforeAll
  static void write() throws IOException {
    files = GeneratedDeliveries.write(folder, 20_260_314, ROWS, MINUTES);
    expected = GeneratedDeliveries.expected(files.csv());
    assertThat(expected.rows()).isEqualTo(ROWS);
    assertThat(expected.rejected().values())
        .contains("order_id", "placed_at", "amount", "delivered_at", "already used");
    assertThat(expected.stored()).hasSizeGreaterThan(ROWS * 4 / 5);
  }

  /** What is killed in the middle comes to the same figures: that one is in the default tier. */
  @Test
  @Order(1)
  @Tag("long")
  void allFiguresEqualARecomputeFromTheFile() throws SQLException, IOException {
    try (ReplayedStack replayed = ReplayedStack.start(files.csv(), files.mapping(), 1_000)) {
      replayed.assertEquals(expected);
    }
  }

  @Test
  @Order(2)
  void alsoAtAnotherSpeedWithFourPartsKilled() throws SQLException, IOException {
    try (ReplayedStack replayed = ReplayedStack.start(files.csv(), files.mapping(), 120)) {
      replayed.killInTheMiddle(ROWS, List.of("flink-taskmanager", "connect", "kafka", "postgres"));
      replayed.assertEquals(expected);
    }
  }

  @Test
  @Order(3)
  void aMappingThatNamesAMissingColumnIsRefusedBeforeAnythingIsFed() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong,
        Files.readString(files.mapping()).replace("delivered_at: arrived", "delivered_at: lost"));
    try (Stack stack = Stack.prepare(Map.of())) {
      CommandResult up =
          stack.up(List.of("--replay", files.csv().toString(), "--mapping", wrong.toString()));
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err())
          .contains("columns.delivered_at", "'lost'", "which the file does not have", "arrived");
      assertThat(stack.status().components()).isEmpty();
    }
  }
}

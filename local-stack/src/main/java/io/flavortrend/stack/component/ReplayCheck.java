package io.flavortrend.stack.component;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.StackProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the replayer read file and mapping before anything starts: what is wrong is told at once.
 */
public final class ReplayCheck {
  private ReplayCheck() {}

  /**
   * Refuses a history that cannot be replayed.
   *
   * @throws StackException with the replayer's own sentence
   */
  public static void require(
      Installation installation, FlavorHome home, StackProfile.Replay replay) {
    List<String> command =
        new ArrayList<>(Installation.java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of(
            "-cp",
            installation.jar("data-generator").toString(),
            "io.flavortrend.generator.replay.ReplayMain",
            "--check",
            "--file",
            replay.file(),
            "--mapping",
            replay.mapping(),
            "--speed",
            Double.toString(replay.speed()),
            "--rejects",
            home.temporary().resolve("replay-check.csv").toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new StackException("The replay cannot begin: " + said);
      }
    } catch (IOException e) {
      throw new StackException("The replay cannot be checked: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while the replay was checked", e);
    }
  }
}

package io.flavortrend.generator.control;

import io.flavortrend.generator.live.LiveRun;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /scenarios} lists those under way, {@code POST /scenarios} starts one, {@code DELETE
 * /scenarios/ID} and {@code POST /scenarios/ID/stop} end one early.
 */
final class ScenarioRoutes {
  static final String PATH = "/scenarios";

  private static final Pattern ONE = Pattern.compile(PATH + "/(\\d{1,18})(/stop)?");

  private final LiveRun run;

  ScenarioRoutes(LiveRun run) {
    this.run = run;
  }

  List<ScenarioView> list() {
    return run.scenarios().stream().map(ScenarioView::of).toList();
  }

  ScenarioView start(JsonNode body) throws Problem {
    if (run.cities().isEmpty()) {
      throw new Problem(409, "Not open yet", "The generator is starting: try again in a moment");
    }
    ScenarioRequest request = ScenarioRequest.read(body, run.cities());
    return ScenarioView.of(
        run.startScenario(request.kind(), request.cityId(), request.minutes(), request.strength()));
  }

  ScenarioView stop(String path) throws Problem {
    Matcher matcher = ONE.matcher(path);
    if (matcher.matches()) {
      long id = Long.parseLong(matcher.group(1));
      return ScenarioView.of(
          run.stopScenario(id)
              .orElseThrow(
                  () ->
                      new Problem(
                          404,
                          "Not found",
                          "No scenario %d is under way: GET %s lists them".formatted(id, PATH))));
    }
    throw new Problem(404, "Not found", "There are %1$s, %1$s/ID and %1$s/ID/stop".formatted(PATH));
  }

  /** The method by which the path ends a scenario. */
  static String stopMethod(String path) {
    return path.endsWith("/stop") ? "POST" : "DELETE";
  }
}

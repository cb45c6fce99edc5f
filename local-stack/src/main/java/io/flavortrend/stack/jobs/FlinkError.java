package io.flavortrend.stack.jobs;

import io.flavortrend.stack.home.JsonFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds the sentence in Flink's error answers, which hold whole stack traces. */
final class FlinkError {
  private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: (.+)$");

  private FlinkError() {}

  /** The deepest cause, or what there is. */
  static String sentence(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode errors = JsonFile.MAPPER.readTree(body).path("errors");
      StringBuilder joined = new StringBuilder();
      errors.forEach(error -> joined.append(error.asString()).append('\n'));
      text = joined.toString();
    } catch (JacksonException notJson) {
      // Shown as it is.
    }
    Matcher matcher = CAUSE.matcher(text);
    String deepest = "";
    while (matcher.find()) {
      deepest = matcher.group(1);
    }
    if (!deepest.isEmpty()) {
      return deepest;
    }
    List<String> lines = text.strip().lines().toList();
    return lines.isEmpty() ? "no reason given" : lines.get(0);
  }
}

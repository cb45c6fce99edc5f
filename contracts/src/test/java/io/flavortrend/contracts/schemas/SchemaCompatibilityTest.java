package io.flavortrend.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Refuses changes that break readers. The folder released-schemas holds what was released last; a
 * release copies the current schemas there. A change that must break is a new topic.
 */
class SchemaCompatibilityTest {
  private static final String RELEASED =
      """
      {"type":"object","properties":{
        "id":{"type":"integer","minimum":0},
        "status":{"type":"string","enum":["placed","delivered"]},
        "note":{"type":["string","null"]},
        "trace":{"type":"object","properties":{"at":{"type":"string","format":"date-time"}},
          "required":["at"]},
        "tags":{"type":"array","items":{"type":"string"}}},
       "required":["id","status"]}""";

  @Test
  void theSchemasBreakNoReader() {
    Map<String, JsonNode> current = SchemaFiles.in(SchemaFiles.CURRENT);

    SchemaFiles.in(SchemaFiles.RELEASED)
        .forEach(
            (file, released) -> {
              assertThat(current).containsKey(file);
              assertThat(SchemaChange.breaking(released, current.get(file))).as(file).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id":{"type":"integer","minimum":0},         |                                            | /id: removed
          "type":"integer"                             | "type":"string"                            | /id: type was "integer" and is "string"
          "minimum":0                                  | "minimum":1                                | /id: minimum was 0 and is 1
          ["placed","delivered"]                       | ["placed"]                                 | /status: "delivered" is no longer allowed
          ,"enum":["placed","delivered"]               |                                            | /status: became or ceased to be an enum
          ["string","null"]                            | "string"                                   | /note: type was ["string","null"] and is "string"
          "required":["id","status"]                   | "required":["id","status","note"]          | /note: newly required
          "required":["id","status"]                   | "required":["id"]                          | /status: no longer always there
          "format":"date-time"                         | "format":"date"                            | /trace/at: format was "date-time" and is "date"
          "items":{"type":"string"}                    | "items":{"type":"integer"}                 | /tags/[]: type was "string" and is "integer"
          {"type":"object","properties":{              | {"type":"object","additionalProperties":false,"properties":{ | : additionalProperties was
          """)
  void aBreakingChangeIsRefused(String from, String to, String complaint) {
    String changed = RELEASED.replace(from, to == null ? "" : to);
    assertThat(changed).isNotEqualTo(RELEASED);

    assertThat(SchemaChange.breaking(SchemaFiles.json(RELEASED), SchemaFiles.json(changed)))
        .anySatisfy(line -> assertThat(line).startsWith(complaint));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "note":{"type":["string","null"]},    | "note":{"type":["null","string"]},"new":{"type":"integer"},
          ["placed","delivered"]                | ["placed","delivered","lost"]
          "status":{                            | "status":{"description":"Where it stands",
          """)
  void aCompatibleChangeIsAllowed(String from, String to) {
    String changed = RELEASED.replace(from, to);
    assertThat(changed).isNotEqualTo(RELEASED);

    assertThat(SchemaChange.breaking(SchemaFiles.json(RELEASED), SchemaFiles.json(changed)))
        .isEmpty();
  }
}

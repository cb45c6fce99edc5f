package io.flavortrend.contracts.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What of a schema's change would break somebody: a reader of today's that meets records written
 * before it, or a reader of before that meets today's records. Adding an optional field or an
 * alternative of an enum is fine; anything that cannot be told to be fine counts as breaking.
 */
final class SchemaChange {
  private static final Set<String> WORDS =
      Set.of("$schema", "$id", "title", "description", "properties", "required", "enum", "items");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChange() {}

  /** One line for each breaking difference; empty when the change is compatible. */
  static List<String> breaking(JsonNode released, JsonNode current) {
    SchemaChange change = new SchemaChange();
    change.compare("", released, current);
    return change.breaking;
  }

  private void compare(String path, JsonNode released, JsonNode current) {
    Set<String> keywords = new HashSet<>(released.propertyNames());
    keywords.addAll(current.propertyNames());
    keywords.removeAll(WORDS);
    for (String keyword : keywords.stream().sorted().toList()) {
      if (!same(released.path(keyword), current.path(keyword))) {
        breaking.add(
            "%s: %s was %s and is %s"
                .formatted(path, keyword, released.path(keyword), current.path(keyword)));
      }
    }
    compareEnum(path, released.path("enum"), current.path("enum"));
    compareRequired(path, released.path("required"), current.path("required"));
    for (String name : released.path("properties").propertyNames()) {
      String below = path + "/" + name;
      JsonNode now = current.path("properties").path(name);
      if (now.isMissingNode()) {
        breaking.add(below + ": removed");
      } else {
        compare(below, released.path("properties").path(name), now);
      }
    }
    if (released.path("items").isObject() || current.path("items").isObject()) {
      compare(path + "/[]", released.path("items"), current.path("items"));
    }
  }

  private void compareEnum(String path, JsonNode released, JsonNode current) {
    if (released.isMissingNode() != current.isMissingNode()) {
      breaking.add(path + ": became or ceased to be an enum");
    }
    for (JsonNode value : released) {
      if (current.valueStream().noneMatch(value::equals)) {
        breaking.add("%s: %s is no longer allowed".formatted(path, value));
      }
    }
  }

  private void compareRequired(String path, JsonNode released, JsonNode current) {
    for (JsonNode name : current) {
      if (released.valueStream().noneMatch(name::equals)) {
        breaking.add("%s/%s: newly required".formatted(path, name.asString()));
      }
    }
    for (JsonNode name : released) {
      if (current.valueStream().noneMatch(name::equals)) {
        breaking.add("%s/%s: no longer always there".formatted(path, name.asString()));
      }
    }
  }

  /** The order of the types in a list of types means nothing. */
  private static boolean same(JsonNode one, JsonNode other) {
    if (one instanceof MissingNode || other instanceof MissingNode) {
      return one instanceof MissingNode && other instanceof MissingNode;
    }
    return one.isArray() && other.isArray()
        ? Set.copyOf(one.valueStream().toList()).equals(Set.copyOf(other.valueStream().toList()))
        : one.equals(other);
  }
}

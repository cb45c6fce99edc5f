package io.flavortrend.webapi.modelhealth;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How bad it is; null where too little is known to say. */
enum Status {
  OK,
  WARNING,
  ALARM;

  /** The name in JSON. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worst of what is known; null where nothing is. */
  static @Nullable Status worst(Stream<@Nullable Status> found) {
    return found.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
  }
}

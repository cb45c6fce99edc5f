package io.flavortrend.webapi.sla;

import io.flavortrend.webapi.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of violations ended; callers treat its text as opaque. */
record SlaCursor(Instant dueAt, long orderId, String limitName) {
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            String.join("/", dueAt.toString(), Long.toString(orderId), limitName)
                .getBytes(StandardCharsets.UTF_8));
  }

  static SlaCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("/", 3);
      return new SlaCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problems.badParameter("cursor", text, "the next_cursor of an earlier answer");
    }
  }
}

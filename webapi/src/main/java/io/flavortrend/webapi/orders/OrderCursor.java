package io.flavortrend.webapi.orders;

import io.flavortrend.webapi.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of orders ended; callers treat its text as opaque. */
record OrderCursor(Instant placedAt, long id) {
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((placedAt + "/" + id).getBytes(StandardCharsets.UTF_8));
  }

  static OrderCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int slash = plain.indexOf('/');
      return new OrderCursor(
          Instant.parse(plain.substring(0, slash)), Long.parseLong(plain.substring(slash + 1)));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problems.badParameter("cursor", text, "the next_cursor of an earlier answer");
    }
  }
}

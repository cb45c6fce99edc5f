package io.flavortrend.webapi.paging;

import io.flavortrend.webapi.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Where a page of a list ended, whose rows come by descending instant, order and name; callers
 * treat its text as opaque.
 *
 * @param at the last row's instant
 * @param orderId its order
 * @param name what tells an order's rows apart; empty where an order has one row
 */
public record Cursor(Instant at, long orderId, String name) {
  /** Of a list with one row for each order. */
  public Cursor(Instant at, long orderId) {
    this(at, orderId, "");
  }

  /**
   * Reads {@link #text}; null stays null.
   *
   * @throws org.springframework.web.ErrorResponseException 400 where it is none
   */
  public static @Nullable Cursor parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("/", 3);
      return new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problems.badParameter("cursor", text, "the next_cursor of an earlier answer");
    }
  }

  /** What callers are told. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            String.join("/", at.toString(), Long.toString(orderId), name)
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The condition {@code and (<at>, <order>, <name>) < (the cursor's)}, or nothing before the first
   * page.
   *
   * @param columns of the list's order: two, or three where rows have names
   */
  public static String after(@Nullable Cursor cursor, String... columns) {
    return cursor == null
        ? ""
        : " and (%s) < (:cursorAt, :cursorOrder%s)"
            .formatted(String.join(", ", columns), columns.length > 2 ? ", :cursorName" : "");
  }

  /** Binds what {@link #after} refers to, for as many columns. */
  public static GenericExecuteSpec bind(
      @Nullable Cursor cursor, GenericExecuteSpec query, int columns) {
    if (cursor == null) {
      return query;
    }
    GenericExecuteSpec bound =
        query.bind("cursorAt", cursor.at()).bind("cursorOrder", cursor.orderId());
    return columns > 2 ? bound.bind("cursorName", cursor.name()) : bound;
  }
}

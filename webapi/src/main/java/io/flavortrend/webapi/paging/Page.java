package io.flavortrend.webapi.paging;

import io.flavortrend.webapi.problems.Problems;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  private static final int MAX_LIMIT = 200;

  /**
   * Refuses a page that is empty or too long.
   *
   * @throws org.springframework.web.ErrorResponseException 400 naming what is allowed
   */
  public static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badParameter(
          "limit", limit, "a whole number from 1 to %d".formatted(MAX_LIMIT));
    }
  }

  /**
   * The first {@code limit} of what was found.
   *
   * @param found one more than the limit where there are more
   * @param end where a row stands in the list
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> end) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, end.apply(items.get(limit - 1)).text());
  }
}

package io.flavortrend.jobs.orderenrichment.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table by id: bounded, the least recently used go first, none is served longer than
 * the bound on staleness. An id that the table does not hold is remembered too. What is past four
 * fifths of the bound is asked for again while it is still served. Thread-safe.
 *
 * @param <V> what is read of a row
 */
final class LookupCache<V> {
  /**
   * An answer of the database.
   *
   * @param value null where the table has no such row
   */
  record Entry<V>(@Nullable V value, long loadedAtMillis) {}

  private final long staleAfterMillis;
  private final Map<Long, Entry<V>> entries;
  private final Set<Long> wanted = new HashSet<>();

  LookupCache(int capacity, long staleAfterMillis) {
    this.staleAfterMillis = staleAfterMillis;
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Entry<V>> eldest) {
            return size() > capacity;
          }
        };
  }

  /** The answer at hand; null where there is none, or it is too old. */
  synchronized @Nullable Entry<V> find(long id, long nowMillis) {
    Entry<V> entry = entries.get(id);
    long age = entry == null ? Long.MAX_VALUE : nowMillis - entry.loadedAtMillis();
    if (age >= staleAfterMillis / 5 * 4) {
      wanted.add(id);
    }
    return age <= staleAfterMillis ? entry : null;
  }

  /** True where an answer is wanted. */
  synchronized boolean wants() {
    return !wanted.isEmpty();
  }

  /** Some of the ids that are wanted, which are so no longer. */
  synchronized List<Long> take(int atMost) {
    List<Long> taken = new ArrayList<>();
    var ids = wanted.iterator();
    while (ids.hasNext() && taken.size() < atMost) {
      taken.add(ids.next());
      ids.remove();
    }
    return taken;
  }

  /** Takes what the database answered; an id that it did not name does not exist. */
  synchronized void put(List<Long> asked, Map<Long, V> found, long nowMillis) {
    Map<Long, V> rows = new HashMap<>(found);
    for (Long id : asked) {
      entries.put(id, new Entry<>(rows.get(id), nowMillis));
    }
  }
}

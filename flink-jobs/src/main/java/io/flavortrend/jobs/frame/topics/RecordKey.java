package io.flavortrend.jobs.frame.topics;

import java.io.Serializable;

/**
 * The key of a record: the plain id as text.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface RecordKey<T> extends Serializable {
  String of(T value);
}

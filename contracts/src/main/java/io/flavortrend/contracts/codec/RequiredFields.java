package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses records with nulls in components that are not {@link Nullable}: Jackson fills an absent
 * component with null, and only the declaration knows that it must not be. Thread-safe.
 *
 * @param <T> the record type
 */
final class RequiredFields<T> {
  private record Component(String name, MethodHandle accessor) {}

  private final List<Component> required = new ArrayList<>();
  private final String typeName;

  RequiredFields(Class<T> type) {
    typeName = type.getSimpleName();
    if (!type.isRecord()) {
      return;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      for (RecordComponent component : type.getRecordComponents()) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (!nullable && !component.getType().isPrimitive()) {
          required.add(
              new Component(component.getName(), lookup.unreflect(component.getAccessor())));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(typeName + " must be a public record", e);
    }
  }

  T check(T value) throws ContractViolationException {
    for (Component component : required) {
      if (read(component, value) == null) {
        throw new ContractViolationException(
            Reason.CONTRACT, "%s lacks %s".formatted(typeName, snakeCase(component.name())));
      }
    }
    return value;
  }

  private static @Nullable Object read(Component component, Object value) {
    try {
      return component.accessor().invoke(value);
    } catch (Throwable e) {
      throw new IllegalStateException("A record accessor cannot fail: " + component.name(), e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}

package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses records with nulls in components that are not {@link Nullable}: Jackson fills an absent
 * component with null, and only the declaration knows that it must not be. Records inside records
 * are checked too. Thread-safe.
 *
 * @param <T> the record type
 */
final class RequiredFields<T> {
  private record Component(
      String name,
      MethodHandle accessor,
      boolean nullable,
      @Nullable RequiredFields<Object> nested) {}

  private final List<Component> components = new ArrayList<>();
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
        if (component.getType().isRecord() || (!nullable && !component.getType().isPrimitive())) {
          components.add(
              new Component(
                  component.getName(),
                  lookup
                      .unreflect(component.getAccessor())
                      .asType(MethodType.methodType(Object.class, Object.class)),
                  nullable,
                  nested(component.getType())));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(typeName + " must be a public record", e);
    }
  }

  T check(T value) throws ContractViolationException {
    for (Component component : components) {
      Object field = read(component, value);
      if (field != null && component.nested() != null) {
        component.nested().check(field);
      } else if (field == null && !component.nullable()) {
        throw new ContractViolationException(
            Reason.CONTRACT, "%s lacks %s".formatted(typeName, snakeCase(component.name())));
      }
    }
    return value;
  }

  @SuppressWarnings("unchecked") // Only ever given values of that very type.
  private static @Nullable RequiredFields<Object> nested(Class<?> type) {
    return type.isRecord() ? new RequiredFields<>((Class<Object>) type) : null;
  }

  private static @Nullable Object read(Component component, Object value) {
    try {
      return (@Nullable Object) component.accessor().invokeExact(value);
    } catch (Throwable e) {
      throw new IllegalStateException("A record accessor cannot fail: " + component.name(), e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}

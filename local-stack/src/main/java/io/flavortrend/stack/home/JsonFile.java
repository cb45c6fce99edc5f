package io.flavortrend.stack.home;

import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record kept as JSON in a file that is replaced as a whole, readable by the owner alone.
 *
 * @param <T> the record
 */
public final class JsonFile<T> {
  /** JSON as the command reads and prints it: snake_case. Thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Path file;
  private final Class<T> type;

  /**
   * @param file where the record is kept
   * @param type the record's class
   */
  public JsonFile(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /**
   * The record; empty where there is no file.
   *
   * @throws StackException when the file is not what was written
   */
  public Optional<T> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
    } catch (IOException | JacksonException e) {
      throw new StackException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Replaces the file.
   *
   * @throws StackException when it cannot be written
   */
  public void write(T value) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(next, MAPPER.writeValueAsBytes(value));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Removes the file where there is one. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StackException("%s cannot be removed: %s".formatted(file, e.getMessage()), e);
    }
  }
}

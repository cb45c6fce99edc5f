package io.flavortrend.inference.modelpackage;

import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fetches a file by its URI: bounded in size and time, its checksum compared. Thread-safe. */
public final class Artifacts {
  private Artifacts() {}

  /**
   * The bytes.
   *
   * @param uri {@code file:}, {@code http:}, {@code https:} or {@code classpath:}
   * @param sha256 of them as announced, hexadecimal; null where nothing was announced
   * @param maxBytes what is larger is refused, and not read to its end
   * @throws ModelPackageException when they cannot be had, or are others than announced
   */
  public static byte[] fetch(URI uri, @Nullable String sha256, long maxBytes)
      throws ModelPackageException {
    byte[] bytes = bytes(uri, maxBytes);
    String found = Sha256.of(bytes);
    if (sha256 != null && !found.equalsIgnoreCase(sha256)) {
      throw new ModelPackageException(
          Reason.CHECKSUM, "%s has the SHA-256 %s, announced is %s".formatted(uri, found, sha256));
    }
    return bytes;
  }

  static ModelPackageException tooLarge(URI uri, long maxBytes) {
    return new ModelPackageException(
        Reason.TOO_LARGE, "%s is larger than the %d bytes allowed".formatted(uri, maxBytes));
  }

  private static byte[] bytes(URI uri, long maxBytes) throws ModelPackageException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> file(uri, maxBytes);
      case "http", "https" -> new HttpFetch(uri, maxBytes).bytes();
      case "classpath" -> resource(uri, maxBytes);
      default ->
          throw new ModelPackageException(
              Reason.UNREACHABLE,
              "%s cannot be fetched: allowed are file:, http:, https: and classpath:"
                  .formatted(uri));
    };
  }

  private static byte[] file(URI uri, long maxBytes) throws ModelPackageException {
    try (InputStream in = Files.newInputStream(Path.of(uri))) {
      return bounded(uri, in, maxBytes);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelPackageException(
          Reason.UNREACHABLE, "%s cannot be read: %s".formatted(uri, e), e);
    }
  }

  private static byte[] resource(URI uri, long maxBytes) throws ModelPackageException {
    String name = uri.getSchemeSpecificPart().replaceFirst("^/+", "");
    try (InputStream in = Artifacts.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new ModelPackageException(
            Reason.UNREACHABLE, "%s is not on the class path".formatted(uri));
      }
      return bounded(uri, in, maxBytes);
    } catch (IOException e) {
      throw new ModelPackageException(
          Reason.UNREACHABLE, "%s cannot be read: %s".formatted(uri, e), e);
    }
  }

  private static byte[] bounded(URI uri, InputStream in, long maxBytes)
      throws IOException, ModelPackageException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
    if (bytes.length > maxBytes) {
      throw tooLarge(uri, maxBytes);
    }
    return bytes;
  }
}

package io.flavortrend.webapi.models;

import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.modelpackage.ModelPackages;
import io.flavortrend.webapi.WebapiConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one door through which packages come in, so that nobody can make webapi read any file or ask
 * any host. Thread-safe.
 */
@Component
class PackageSources {
  /** What is allowed, for people. */
  static final String ALLOWED =
      "a file: below FLAVOR_MODELS_DIR, an http(s): of a host in FLAVOR_MODELS_HOSTS, or a"
          + " classpath: below /models/";

  private static final String BUNDLED = "/models/";

  private final ModelsConfig config;

  PackageSources(WebapiConfig config) {
    this.config = config.models();
  }

  /** Whether a package may come from there. */
  boolean allows(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> isBelowDirectory(uri);
      case "http", "https" ->
          uri.getHost() != null
              && uri.getUserInfo() == null
              && config.hosts().contains(uri.getHost().toLowerCase(Locale.ROOT));
      case "classpath" ->
          uri.getPath() != null
              && uri.getRawAuthority() == null
              && uri.equals(uri.normalize())
              && uri.getPath().startsWith(BUNDLED);
      default -> false;
    };
  }

  /**
   * Fetches and checks a package; takes as long as its source does.
   *
   * @param sha256 lower-case hexadecimal; null where any bytes will do
   * @throws ModelPackageException where it may not or cannot be used
   */
  ModelPackage fetch(URI uri, @Nullable String sha256) throws ModelPackageException {
    if (!allows(uri)) {
      throw new ModelPackageException(
          Reason.UNREACHABLE, "%s is not allowed: allowed is %s".formatted(uri, ALLOWED));
    }
    return ModelPackages.fetch(uri, sha256, config.maxBytes());
  }

  /**
   * Opens a package; the caller closes the model.
   *
   * @throws ModelPackageException where LightGBM refuses it, or is not to be had on this machine
   */
  static EtaModel open(ModelPackage found) throws ModelPackageException {
    try {
      return LightGbmModel.open(found);
    } catch (IllegalStateException e) {
      throw new ModelPackageException(Reason.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Links are followed first: one may lead out of the directory. */
  private boolean isBelowDirectory(URI uri) {
    try {
      Path file = Path.of(uri).toAbsolutePath().normalize();
      Path directory = config.directory().toAbsolutePath().normalize();
      return Files.exists(file)
          ? file.toRealPath().startsWith(directory.toRealPath())
          : file.startsWith(directory);
    } catch (IllegalArgumentException | FileSystemNotFoundException | IOException e) {
      return false;
    }
  }
}

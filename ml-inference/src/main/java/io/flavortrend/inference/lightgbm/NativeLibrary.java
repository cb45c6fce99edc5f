package io.flavortrend.inference.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads LightGBM's native library, once for each process.
 *
 * <p>lightgbm4j unpacks it to a fixed name under {@code java.io.tmpdir}, over the file that another
 * process may have mapped, which kills that one. So it is given a folder of its own while it does.
 */
public final class NativeLibrary {
  private static final String TEMPORARY_FOLDER = "java.io.tmpdir";

  private static volatile boolean loaded;

  private NativeLibrary() {}

  /**
   * Loads it where it is not loaded yet.
   *
   * @throws IllegalStateException when this machine cannot load it
   */
  public static void load() {
    if (loaded) {
      return;
    }
    // A class of the library's own loader: user code that is loaded twice meets at one lock.
    synchronized (lightgbmlib.class) {
      try {
        Path folder = Files.createTempDirectory("lightgbm-");
        unpackInto(folder);
        remove(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("LightGBM's native library cannot be unpacked", e);
      }
      loaded = true;
    }
  }

  private static void unpackInto(Path folder) throws IOException {
    String usual = System.setProperty(TEMPORARY_FOLDER, folder.toString());
    try {
      LGBMBooster.loadNative();
    } finally {
      System.setProperty(TEMPORARY_FOLDER, usual);
    }
    if (!LGBMBooster.isNativeLoaded()) {
      throw new IllegalStateException(
          "LightGBM's native library cannot be loaded on %s %s: on Linux install libgomp1"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
  }

  /** What is mapped lives on without its name; where the system holds on to it, later. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.toFile().delete()) {
          file.toFile().deleteOnExit();
        }
      }
    }
    if (!folder.toFile().delete()) {
      folder.toFile().deleteOnExit();
    }
  }
}

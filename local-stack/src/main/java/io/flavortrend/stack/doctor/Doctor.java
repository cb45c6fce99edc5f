package io.flavortrend.stack.doctor;

import io.flavortrend.stack.component.StackSettings;
import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the machine: what is needed, what is there, and how to get the rest. */
public final class Doctor {
  private static final long ENOUGH_DISK_GB = 5;
  private static final long ENOUGH_MEMORY_GB = 7;
  private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

  private final StackSettings settings;
  private final FlavorHome home;

  /** Looks on behalf of that stack. */
  public Doctor(StackSettings settings, FlavorHome home) {
    this.settings = settings;
    this.home = home;
  }

  /**
   * Everything that was looked at.
   *
   * @param running true where the stack runs and holds its ports itself
   */
  public List<Finding> examine(boolean running) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(program("node", 20, "Node.js", "apt-get install nodejs npm (20 or newer)", true));
    findings.add(program("npm", 9, "npm", "apt-get install npm", true));
    findings.add(
        program("python3", 3, "Python", "apt-get install python3 (3.11, for training)", false));
    findings.add(
        program("chromium", 1, "Chromium", "apt-get install chromium (for browser tests)", false));
    findings.add(library("libgomp.so.1", "apt-get install libgomp1 (for LightGBM)"));
    findings.add(disk());
    findings.add(memory());
    if (!running) {
      settings.ports().forEach((key, port) -> findings.add(port(key, port)));
    }
    return findings;
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    return feature >= 17
        ? Finding.fine("JDK %s".formatted(Runtime.version()))
        : Finding.broken(
            "Java is %d, 17 or newer is needed".formatted(feature),
            "apt-get install openjdk-17-jdk-headless");
  }

  private static Finding program(
      String name, int oldest, String title, String remedy, boolean needed) {
    Optional<String> version = output(name, "--version");
    Matcher number = NUMBER.matcher(version.orElse(""));
    if (version.isPresent() && number.find() && Integer.parseInt(number.group(1)) >= oldest) {
      return Finding.fine("%s %s".formatted(title, number.group()));
    }
    String what =
        version.isEmpty()
            ? "%s is missing".formatted(title)
            : "%s is '%s', %d or newer is needed".formatted(title, version.get(), oldest);
    return needed ? Finding.broken(what, remedy) : Finding.optional(what, remedy);
  }

  private static Finding library(String name, String remedy) {
    return output("ldconfig", "-p").filter(list -> list.contains(name)).isPresent()
        ? Finding.fine(name)
        : Finding.optional(name + " is missing", remedy);
  }

  private Finding disk() {
    Path existing = home.root();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace() >> 30;
      return free >= ENOUGH_DISK_GB
          ? Finding.fine("%d GiB of disk free in %s".formatted(free, existing))
          : Finding.broken(
              "only %d GiB of disk free in %s".formatted(free, existing),
              "free some, or point FLAVOR_HOME at a larger disk (%d GiB)"
                  .formatted(ENOUGH_DISK_GB));
    } catch (IOException e) {
      return Finding.broken(
          "%s cannot be looked at".formatted(existing), String.valueOf(e.getMessage()));
    }
  }

  private static Finding memory() {
    long bytes =
        ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    long gib = bytes >> 30;
    return gib >= ENOUGH_MEMORY_GB
        ? Finding.fine("%d GiB of memory".formatted(gib))
        : Finding.optional(
            "%d GiB of memory".formatted(gib), "the stack takes up to 6 GiB: close what is large");
  }

  private Finding port(String key, int port) {
    return PortCheck.isFree(settings.bindAddress(), port)
        ? Finding.fine("port %d is free (%s)".formatted(port, key))
        : Finding.broken("port %d is in use".formatted(port), "stop what uses it, or set " + key);
  }

  private static Optional<String> output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text.strip())
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

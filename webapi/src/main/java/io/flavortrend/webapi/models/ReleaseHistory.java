package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All releases so far, and what follows from them. Immutable.
 *
 * @param releases the oldest first
 */
record ReleaseHistory(List<Release> releases) {
  /** Whether anybody ever played the role. */
  boolean knows(Role role) {
    return releases.stream().anyMatch(release -> release.role() == role);
  }

  /** The newest release of the role; empty where nobody plays it. */
  Optional<Release> standing(Role role) {
    return releases.stream()
        .filter(release -> release.role() == role)
        .reduce((before, after) -> after)
        .filter(release -> release.modelVersion() != null);
  }

  /** True where this version plays the role. */
  boolean plays(Role role, String modelVersion) {
    return standing(role).filter(found -> modelVersion.equals(found.modelVersion())).isPresent();
  }

  /**
   * The champion before the present one. Who was rolled back is out of the line: rolling back twice
   * goes back by two, and not to and fro.
   */
  Optional<String> formerChampion() {
    Deque<String> line = new ArrayDeque<>();
    for (Release release : releases) {
      String version = release.modelVersion();
      if (release.role() != Role.CHAMPION || version == null) {
        continue;
      }
      if (release.reason() == Release.Reason.ROLLED_BACK) {
        while (!line.isEmpty() && !version.equals(line.peek())) {
          line.pop();
        }
      } else if (!version.equals(line.peek())) {
        line.push(version);
      }
    }
    return line.stream().skip(1).findFirst();
  }
}

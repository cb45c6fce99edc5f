package io.flavortrend.jobs.etaprediction.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The releases of one role by the event times they are valid from, oldest first: a prediction that
 * comes late asks the model of its own time. Immutable.
 *
 * @param releases at most {@link #MOST}
 */
public record ReleaseHistory(List<AnnouncedRelease> releases) {
  /** Releases kept of a role; predictions of an older time are answered without a model. */
  public static final int MOST = 4;

  /** No release. */
  public static final ReleaseHistory NONE = new ReleaseHistory(List.of());

  /** Copies the list. */
  public ReleaseHistory {
    releases = List.copyOf(releases);
  }

  /** With another release: from its time on it replaces all that were announced before. */
  public ReleaseHistory with(AnnouncedRelease announced) {
    List<AnnouncedRelease> all = new ArrayList<>(releases);
    all.removeIf(former -> !former.from().isBefore(announced.from()));
    all.add(announced);
    return new ReleaseHistory(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** Without a release that cannot be used. */
  public ReleaseHistory without(AnnouncedRelease refused) {
    return new ReleaseHistory(releases.stream().filter(r -> !r.equals(refused)).toList());
  }

  /** The releases valid at an event time, newest first. */
  public List<AnnouncedRelease> at(Instant eventTime) {
    List<AnnouncedRelease> valid = new ArrayList<>(releases.size());
    for (int i = releases.size() - 1; i >= 0; i--) {
      if (!releases.get(i).from().isAfter(eventTime)) {
        valid.add(releases.get(i));
      }
    }
    return valid;
  }
}

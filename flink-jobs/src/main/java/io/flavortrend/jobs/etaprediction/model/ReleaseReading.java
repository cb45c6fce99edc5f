package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import io.flavortrend.jobs.frame.topics.RecordReading;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Reads releases; what is said of the package itself is judged when it is loaded. Pure. */
public record ReleaseReading() implements RecordReading<ModelRelease, ReleaseMessage> {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SCHEMES = Set.of("file", "http", "https", "classpath");

  @Override
  public Class<ModelRelease> valueType() {
    return ModelRelease.class;
  }

  @Override
  public TypeInformation<ReleaseMessage> type() {
    return TypeInformation.of(ReleaseMessage.class);
  }

  @Override
  public ReleaseMessage read(RecordPosition position, @Nullable ModelRelease release)
      throws ContractViolationException {
    Role role = role(position.key());
    if (release == null) {
      return new ReleaseMessage(new ReleaseUpdate(role, null), null);
    }
    check(
        release.role() == role,
        "The key is '%s' and the release is a %s".formatted(position.key(), release.role().code()));
    check(
        release.modelVersion().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")
            && !release.modelVersion().equals(EtaPrediction.BASELINE),
        ("model_version is '%s': allowed is a letter or digit, then up to 62 of letters, digits,"
                + " dot, hyphen and underscore, and not baseline")
            .formatted(release.modelVersion()));
    check(
        isPackage(release.packageUri()),
        "package_uri is '%s': allowed is a URI with file:, http:, https: or classpath:"
            .formatted(release.packageUri()));
    check(
        release.sha256().matches("[0-9a-f]{64}"),
        "sha256 is '%s': allowed is 64 lower-case hexadecimal digits".formatted(release.sha256()));
    return new ReleaseMessage(
        new ReleaseUpdate(
            role, new AnnouncedRelease(release, position.partition(), position.offset())),
        null);
  }

  @Override
  public ReleaseMessage refuse(DeadLetter letter) {
    return new ReleaseMessage(null, letter);
  }

  private static Role role(String key) throws ContractViolationException {
    for (Role role : Role.values()) {
      if (role.code().equals(key)) {
        return role;
      }
    }
    throw new ContractViolationException(
        Reason.CONTRACT, "The key is '%s': allowed is champion or challenger".formatted(key));
  }

  private static boolean isPackage(String uri) {
    try {
      String scheme = new URI(uri).getScheme();
      return scheme != null && SCHEMES.contains(scheme);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void check(boolean allowed, String otherwise) throws ContractViolationException {
    if (!allowed) {
      throw new ContractViolationException(Reason.CONTRACT, otherwise);
    }
  }
}

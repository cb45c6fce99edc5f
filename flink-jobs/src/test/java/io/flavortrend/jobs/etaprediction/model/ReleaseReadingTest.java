package io.flavortrend.jobs.etaprediction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseReadingTest {
  private static final String SHA = "0".repeat(64);
  private final ReleaseReading reading = new ReleaseReading();

  @Test
  void aReleaseAndItsEnd() throws Exception {
    ModelRelease release = release("2026-03-01-1", "file:/m.zip", SHA);
    assertThat(reading.read(at("champion"), release).update())
        .isEqualTo(new ReleaseUpdate(Role.CHAMPION, new AnnouncedRelease(release, 0, 4)));
    assertThat(reading.read(at("challenger"), null).update())
        .isEqualTo(new ReleaseUpdate(Role.CHALLENGER, null));
  }

  @ParameterizedTest
  @CsvSource({
    "challenger, v1,       file:/m.zip,  The key is 'challenger' and the release is a champion",
    "king,       v1,       file:/m.zip,  The key is 'king': allowed is champion or challenger",
    "champion,   baseline, file:/m.zip,  model_version is 'baseline'",
    "champion,   a b,      file:/m.zip,  model_version is 'a b'",
    "champion,   v1,       ftp://x/m,    package_uri is 'ftp://x/m'",
    "champion,   v1,       m.zip,        package_uri is 'm.zip'",
    "champion,   v1,       'a b',        package_uri is 'a b'",
  })
  void whatIsNotAllowedIsNamed(String key, String version, String uri, String message) {
    assertThatThrownBy(() -> reading.read(at(key), release(version, uri, SHA)))
        .isInstanceOf(ContractViolationException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aChecksumHas64Digits() {
    assertThatThrownBy(() -> reading.read(at("champion"), release("v1", "file:/m", "ABC")))
        .isInstanceOf(ContractViolationException.class)
        .hasMessageContaining("sha256 is 'ABC'");
  }

  private static RecordPosition at(String key) {
    return new RecordPosition("eta_models", 0, 4, key);
  }

  private static ModelRelease release(String version, String uri, String sha256) {
    return new ModelRelease(1, version, Role.CHAMPION, uri, sha256, null, Instant.EPOCH);
  }
}

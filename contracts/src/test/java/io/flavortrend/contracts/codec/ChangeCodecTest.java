package io.flavortrend.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {
  private static final String ROW =
      """
      {"id":7,"city_id":1,"vehicle":"scooter","status":"%s","external_ref":null,
       "updated_at":"2026-03-01T11:00:00.123456Z"}""";
  private static final String UPDATE =
      """
      {"before":%s,"after":%s,"op":"u","ts_us":1772362800130000,
       "source":{"table":"couriers","snapshot":"false","lsn":42,"ts_us":1772362800124001}}"""
          .formatted(ROW.formatted("idle"), ROW.formatted("busy"));
  private static final String BEAT =
      """
      {"before":null,"op":"u","ts_us":1772362800130000,
       "after":{"topic":"flavor.public.couriers","partition":0,"time_domain":"live",
                "beat_at":"2026-03-01T11:00:00.100000Z","updated_at":"2026-03-01T11:00:00Z"},
       "source":{"table":"cdc_heartbeat","snapshot":"false","lsn":43,"ts_us":1772362800124001}}""";

  private final ChangeCodec<CourierRow> codec = new ChangeCodec<>(CourierRow.class);

  @Test
  void anUpdateHasBothRowsAndItsTimes() throws ContractViolationException {
    Change<CourierRow> change = change(UPDATE);

    assertThat(change.operation()).isEqualTo(Operation.UPDATE);
    assertThat(change.before())
        .isEqualTo(
            new CourierRow(7, 1, "scooter", "idle", Instant.parse("2026-03-01T11:00:00.123456Z")));
    assertThat(change.after().status()).isEqualTo("busy");
    assertThat(change.source().lsn()).isEqualTo(42);
    assertThat(change.source().committedAt())
        .isEqualTo(Instant.parse("2026-03-01T11:00:00.124001Z"));
    assertThat(change.source().snapshot()).isFalse();
    assertThat(change.capturedAt()).isEqualTo(Instant.parse("2026-03-01T11:00:00.130Z"));
  }

  @Test
  void aSnapshotRowIsToldApart() throws ContractViolationException {
    String row = UPDATE.replace("\"op\":\"u\"", "\"op\":\"r\"");

    assertThat(change(row.replace("\"false\"", "\"true\"")).source().snapshot()).isTrue();
    assertThat(change(row.replace("\"false\"", "\"last\"")).source().lastOfSnapshot()).isTrue();
    assertThat(change(row.replace("\"false\"", "\"last_in_data_collection\"")).source())
        .matches(source -> source.snapshot() && !source.lastOfSnapshot());
  }

  @Test
  void anAbsentSnapshotMarkMeansNone() throws ContractViolationException {
    assertThat(change(UPDATE.replace("\"false\"", "null")).source().snapshot()).isFalse();
    assertThat(change(UPDATE.replace("\"snapshot\":\"false\",", "")).source().snapshot()).isFalse();
  }

  @Test
  void aDeleteHasTheRowBefore() throws ContractViolationException {
    String delete =
        UPDATE
            .replace("\"op\":\"u\"", "\"op\":\"d\"")
            .replace("\"after\":" + ROW.formatted("busy"), "\"after\":null");

    assertThat(change(delete).operation()).isEqualTo(Operation.DELETE);
    assertThat(change(delete).after()).isNull();
    assertThat(refused(delete.replace("\"before\":" + ROW.formatted("idle"), "\"before\":null")))
        .hasMessage("A change 'd' lacks its row");
  }

  @Test
  void aTombstoneSaysNothing() throws ContractViolationException {
    assertThat(codec.decode(null)).isEmpty();
  }

  @Test
  void aBeatProvesWhatStandsBeforeIt() throws ContractViolationException {
    assertThat(decode(BEAT))
        .isEqualTo(
            new Beat<CourierRow>(
                "flavor.public.couriers", 0, Instant.parse("2026-03-01T11:00:00.1Z"), true));
    assertThat(decode(BEAT.replace("\"2026-03-01T11:00:00.100000Z\"", "null")))
        .isEqualTo(new Beat<CourierRow>("flavor.public.couriers", 0, null, true));
  }

  @Test
  void aBeatIsKnownByALook() {
    assertThat(ChangeCodec.looksLikeBeat(BEAT.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(ChangeCodec.looksLikeBeat(UPDATE.getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(ChangeCodec.looksLikeBeat(new byte[0])).isFalse();
  }

  @Test
  void aSnapshotBeatProvesNothing() throws ContractViolationException {
    CdcRecord<CourierRow> beat = decode(BEAT.replace("\"false\"", "\"true\""));

    assertThat(((Beat<CourierRow>) beat).proof()).isFalse();
  }

  @Test
  void rubbishIsMalformed() {
    for (String rubbish : new String[] {"oops", "{\"op\":", "{'a':1}"}) {
      assertThat(refused(rubbish).reason()).as(rubbish).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void whatIsNoEnvelopeBreaksTheContract() {
    assertThat(refused("{}")).hasMessage("The envelope lacks source");
    assertThat(refused("7").reason()).isEqualTo(Reason.CONTRACT);
    assertThat(refused("").reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refused(UPDATE.replace("\"op\":\"u\"", "\"op\":\"x\"")))
        .hasMessageContaining("op is 'x'");
    assertThat(refused(UPDATE.replace("\"after\":" + ROW.formatted("busy"), "\"after\":null")))
        .hasMessage("A change 'u' lacks its row");
  }

  @Test
  void aMissingOrMistypedColumnIsNamed() {
    assertThat(refused(UPDATE.replace("\"status\"", "\"state\"")))
        .hasMessage("CourierRow lacks status");
    assertThat(refused(UPDATE.replace("\"id\":7", "\"id\":\"seven\"")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONTRACT))
        .hasMessageContaining("seven");
    assertThat(refused(UPDATE.replace("1772362800124001", "\"noon\"")).reason())
        .isEqualTo(Reason.CONTRACT);
  }

  private Change<CourierRow> change(String json) throws ContractViolationException {
    return (Change<CourierRow>) decode(json);
  }

  private CdcRecord<CourierRow> decode(String json) throws ContractViolationException {
    return codec.decode(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private ContractViolationException refused(String json) {
    return catchThrowableOfType(ContractViolationException.class, () -> decode(json));
  }
}

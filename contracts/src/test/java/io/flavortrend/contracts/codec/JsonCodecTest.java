package io.flavortrend.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonCodecTest {
  private static final Instant MINUTE = Instant.parse("2026-03-01T11:00:00Z");
  private static final CityKpi KPI =
      new CityKpi(
          1,
          3,
          MINUTE,
          5,
          2,
          0,
          new BigDecimal("45.500"),
          null,
          4,
          null,
          77,
          new CityKpi.Trace(MINUTE.plusNanos(1_000), MINUTE.plusMillis(6), MINUTE.plusMillis(30)));

  private final JsonCodec<CityKpi> codec = new JsonCodec<>(CityKpi.class);

  @Test
  void whatIsEncodedIsDecoded() throws ContractViolationException {
    assertThat(codec.decode(codec.encode(KPI))).isEqualTo(KPI);
    assertThat(text(KPI))
        .contains("\"window_start\":\"2026-03-01T11:00:00Z\"")
        .contains("\"revenue\":45.500")
        .contains("\"committed_at\":\"2026-03-01T11:00:00.000001Z\"");
  }

  @Test
  void unknownFieldsAreIgnored() throws ContractViolationException {
    assertThat(decode(text(KPI).replaceFirst("\\{", "{\"new\":[1,{}],"))).isEqualTo(KPI);
  }

  @Test
  void rubbishIsMalformed() {
    for (String rubbish : new String[] {"", "oops", "{\"city_id\":1", "{\"a\":\u0007}"}) {
      assertThat(refused(rubbish).reason()).as(rubbish).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void anotherShapeBreaksTheContract() {
    assertThat(refused("[]").reason()).isEqualTo(Reason.CONTRACT);
    assertThat(refused("null").reason()).isEqualTo(Reason.CONTRACT);
    assertThat(refused(text(KPI).replace("\"city_id\":3", "\"city_id\":\"Tunis\"")).reason())
        .isEqualTo(Reason.CONTRACT);
    assertThat(refused(text(KPI).replace("2026-03-01T11:00:00Z", "noon")).reason())
        .isEqualTo(Reason.CONTRACT);
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(refused(text(KPI).replace("\"window_start\"", "\"start\"")))
        .hasMessage("CityKpi lacks window_start");
    assertThat(refused(text(KPI).replace("\"city_id\"", "\"city\"")))
        .hasMessageContaining("city_id");
    assertThat(refused(text(KPI).replace("\"captured_at\"", "\"seen_at\"")))
        .hasMessage("Trace lacks captured_at");
  }

  @Test
  void anAbsentOptionalFieldIsNull() throws ContractViolationException {
    assertThat(decode(text(KPI).replace("\"pressure\":null,", ""))).isEqualTo(KPI);
  }

  private CityKpi decode(String json) throws ContractViolationException {
    return codec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private ContractViolationException refused(String json) {
    return catchThrowableOfType(ContractViolationException.class, () -> decode(json));
  }

  private String text(CityKpi kpi) {
    return new String(codec.encode(kpi), StandardCharsets.UTF_8);
  }
}

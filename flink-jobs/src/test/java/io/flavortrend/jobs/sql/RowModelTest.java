package io.flavortrend.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowModelTest {
  private static final List<String> HOUSE = List.of("rooms", "area");
  private static final List<String> PRICE = List.of("price");
  private static final byte[] HOUSE_MODEL = utf8(TinyModels.constant(HOUSE, 5));
  private static final byte[] ETA = TestPackage.of("v1").bytes();

  @Test
  void aPlainModelTakesColumnsOfAnyNamesByPlace() {
    byte[] unnamed = utf8(TinyModels.constant(List.of("Column_0", "Column_1"), 5));

    try (RowModel model = PlainRowModel.open(unnamed, HOUSE, PRICE)) {
      assertThat(model.predict(new double[] {3, Double.NaN})).containsExactly(5);
    }
  }

  @Test
  void aPlainModelRefusesItsOwnNamesInAnotherOrder() {
    assertThatThrownBy(() -> PlainRowModel.open(HOUSE_MODEL, List.of("area", "rooms"), PRICE))
        .hasMessage("Column 0 of the model's INPUT is area, the model's feature is rooms");
  }

  @Test
  void aPlainModelRefusesMoreOrFewerColumns() {
    assertThatThrownBy(() -> PlainRowModel.open(HOUSE_MODEL, List.of("rooms"), PRICE))
        .hasMessage("The model reads 2 features [rooms, area], its INPUT has 1 columns [rooms]");
    assertThatThrownBy(() -> PlainRowModel.open(HOUSE_MODEL, HOUSE, List.of("low", "high")))
        .hasMessage("The model answers one number, its OUTPUT has columns [low, high]");
  }

  @Test
  void aPlainModelThatIsBrokenIsRefused() {
    assertThatThrownBy(() -> PlainRowModel.open(utf8("tree\n"), HOUSE, PRICE))
        .hasMessage("The model ends early, at line 1");
  }

  @Test
  void aPackageAnswersWhatItIsAskedForByName() throws ModelPackageException {
    double[] vector = TinyModels.rows(EtaVector.size(), List.of(), 1, 7)[0];

    try (RowModel model =
        EtaRowModel.open(ETA, EtaVector.names(), List.of("BASELINE", "minutes", "p10"))) {
      double[] answer = model.predict(vector);

      assertThat(answer[1] - answer[0]).isCloseTo(TestPackage.POINT, within(1e-9));
      assertThat(answer[2] - answer[0]).isCloseTo(TestPackage.P10, within(1e-9));
    }
  }

  @Test
  void aPackageRefusesOtherColumns() {
    List<String> names = new ArrayList<>(EtaVector.names());
    Collections.swap(names, 3, 4);

    assertThatThrownBy(() -> EtaRowModel.open(ETA, names, List.of("minutes")))
        .hasMessage(
            "Column 3 of the model's INPUT is minutes_since_opening, the model's feature is"
                + " holiday");
    assertThatThrownBy(() -> EtaRowModel.open(ETA, HOUSE, List.of("minutes")))
        .hasMessage("Column 0 of the model's INPUT is rooms, the model's feature is stage");
    assertThatThrownBy(() -> EtaRowModel.open(ETA, EtaVector.names(), List.of("eta")))
        .hasMessage("The model has no output eta; it has [minutes, p10, p90, baseline]");
  }

  @Test
  void aPackageOfAnotherTargetIsRefused() {
    byte[] other = TestPackage.of("v1").predicting("minutes").bytes();

    assertThatThrownBy(() -> EtaRowModel.open(other, EtaVector.names(), List.of("minutes")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("the model predicts minutes");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.inference.BaselineModel;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.jobs.etaprediction.model.AnnouncedRelease;
import io.flavortrend.jobs.etaprediction.model.ModelLoader;
import io.flavortrend.jobs.etaprediction.model.ModelShelf;
import io.flavortrend.jobs.etaprediction.model.ReleaseHistory;
import io.flavortrend.jobs.etaprediction.model.ReleaseUpdate;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: the champion's answer goes on, the challenger's leaves by {@link #SHADOW}. A
 * release answers from its effective time on, as soon as its model is loaded; until then, and where
 * it is refused, the former one goes on, and without any the baseline.
 */
final class PredictOperator extends AbstractStreamOperator<EtaPrediction>
    implements TwoInputStreamOperator<EtaQuestion, ReleaseUpdate, EtaPrediction> {
  private static final long serialVersionUID = 1L;

  /** The exit of the challenger's predictions. */
  static final OutputTag<EtaPrediction> SHADOW =
      new OutputTag<>("shadow", TypeInformation.of(EtaPrediction.class));

  /** How often models that are being loaded are looked after while no question comes. */
  static final long LOOK_MILLIS = 100;

  private static final MapStateDescriptor<String, List<AnnouncedRelease>> RELEASES =
      new MapStateDescriptor<>(
          "releases", Types.STRING, Types.LIST(TypeInformation.of(AnnouncedRelease.class)));

  private final ModelLoader loader;

  private transient BroadcastState<String, List<AnnouncedRelease>> state;
  private transient Map<Role, ReleaseHistory> histories;
  private transient @Nullable ModelShelf shelf;
  private transient EtaModel baseline;
  private transient StreamRecord<EtaPrediction> reused;
  private transient boolean looking;

  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, before the first record.
  PredictOperator(ModelLoader loader) {
    this.loader = loader;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state = context.getOperatorStateStore().getBroadcastState(RELEASES);
    histories = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<AnnouncedRelease> known = state.get(role.code());
      histories.put(role, known == null ? ReleaseHistory.NONE : new ReleaseHistory(known));
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    baseline = new BaselineModel();
    reused = new StreamRecord<>(null);
    shelf = new ModelShelf(loader);
    keepModels();
  }

  @Override
  public void close() throws Exception {
    if (shelf != null) {
      shelf.close();
    }
    super.close();
  }

  @Override
  public void processElement1(StreamRecord<EtaQuestion> element) throws Exception {
    ModelShelf models = shelf();
    if (models.hasNews()) {
      settle();
    }
    EtaQuestion question = element.getValue();
    Instant eventTime = question.eventTime();
    EtaModel champion = model(Role.CHAMPION, eventTime);
    output.collect(reused.replace(answer(question, champion == null ? baseline : champion)));
    EtaModel challenger = model(Role.CHALLENGER, eventTime);
    if (challenger != null) {
      output.collect(SHADOW, new StreamRecord<>(answer(question, challenger)));
    }
  }

  @Override
  public void processElement2(StreamRecord<ReleaseUpdate> element) throws Exception {
    ReleaseUpdate update = element.getValue();
    AnnouncedRelease announced = update.announced();
    remember(
        update.role(),
        announced == null ? ReleaseHistory.NONE : history(update.role()).with(announced));
    keepModels();
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // Releases have no event time.
  }

  private EtaPrediction answer(EtaQuestion question, EtaModel model) {
    return EtaPredictions.of(
        question,
        model.predict(question.vector()),
        model.version(),
        getProcessingTimeService().getCurrentProcessingTime());
  }

  /** The newest model that is valid and loaded; null where there is none. */
  private @Nullable EtaModel model(Role role, Instant eventTime) {
    for (AnnouncedRelease release : history(role).at(eventTime)) {
      EtaModel model = shelf().of(release);
      if (model != null) {
        return model;
      }
    }
    return null;
  }

  private void keepModels() {
    List<AnnouncedRelease> all = new ArrayList<>();
    histories.values().forEach(history -> all.addAll(history.releases()));
    shelf().keep(all);
    look();
  }

  private void settle() throws Exception {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    for (ModelShelf.Refusal refusal : shelf().settle(now)) {
      output.collect(
          ReadChanges.DEAD_LETTERS,
          new StreamRecord<>(RefusedReleases.letter(refusal, Instant.ofEpochMilli(now))));
      for (Role role : Role.values()) {
        remember(role, history(role).without(refusal.announced()));
      }
    }
  }

  /** Looks after models until all are loaded: a refusal is told though no question comes. */
  private void look() {
    if (looking || !shelf().isBusy()) {
      return;
    }
    looking = true;
    long next = getProcessingTimeService().getCurrentProcessingTime() + LOOK_MILLIS;
    getProcessingTimeService()
        .registerTimer(
            next,
            time -> {
              looking = false;
              settle();
              look();
            });
  }

  private ReleaseHistory history(Role role) {
    return histories.getOrDefault(role, ReleaseHistory.NONE);
  }

  private void remember(Role role, ReleaseHistory history) throws Exception {
    if (history.equals(histories.put(role, history))) {
      return;
    }
    if (history.releases().isEmpty()) {
      state.remove(role.code());
    } else {
      state.put(role.code(), history.releases());
    }
  }

  private ModelShelf shelf() {
    if (shelf == null) {
      throw new IllegalStateException("Not opened");
    }
    return shelf;
  }
}

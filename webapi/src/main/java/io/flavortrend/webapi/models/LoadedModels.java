package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.inference.BaselineModel;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.webapi.WebapiConfig;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Models that are held ready to be asked; the one that was not asked for longest makes room.
 * Fetched and asked on threads that may wait. Thread-safe.
 */
@Component
public class LoadedModels implements AutoCloseable {
  private final PackageSources sources;
  private final ModelVersions versions;
  private final int most;
  // By the time of the last question. Models are not thread-safe, and answer within microseconds:
  // one lock is for all of them.
  private final Map<String, EtaModel> models = new LinkedHashMap<>(16, 0.75f, true);

  LoadedModels(PackageSources sources, ModelVersions versions, WebapiConfig config) {
    this.sources = sources;
    this.versions = versions;
    this.most = config.models().loaded();
  }

  /**
   * Asks a model.
   *
   * @param version a registered one, or {@link EtaPrediction#BASELINE}
   * @param question must not let go of the model, nor wait
   * @return an error {@link ModelPackageException} where it is not to be had
   */
  public <T> Mono<T> ask(String version, Function<EtaModel, T> question) {
    if (version.equals(EtaPrediction.BASELINE)) {
      return Mono.fromSupplier(() -> question.apply(new BaselineModel()));
    }
    return Mono.fromCallable(() -> askLoaded(version, question))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            answer ->
                answer
                    .map(Mono::just)
                    .orElseGet(() -> load(version).map(loaded -> askNew(loaded, question))));
  }

  @Override
  public synchronized void close() {
    models.values().forEach(EtaModel::close);
    models.clear();
  }

  private synchronized <T> Optional<T> askLoaded(String version, Function<EtaModel, T> question) {
    return Optional.ofNullable(models.get(version)).map(question);
  }

  private Mono<EtaModel> load(String version) {
    return versions
        .find(version)
        .switchIfEmpty(
            Mono.error(
                () ->
                    new ModelPackageException(
                        Reason.UNREACHABLE, "Model %s is not registered".formatted(version))))
        .flatMap(
            found -> Mono.fromCallable(() -> open(found)).subscribeOn(Schedulers.boundedElastic()));
  }

  private EtaModel open(ModelVersion version) throws ModelPackageException {
    return PackageSources.open(sources.fetch(URI.create(version.packageUri()), version.sha256()));
  }

  /** Where two have loaded it at once, one of them is too many. */
  private synchronized <T> T askNew(EtaModel loaded, Function<EtaModel, T> question) {
    EtaModel before = models.put(loaded.version(), loaded);
    if (before != null) {
      before.close();
    }
    Iterator<EtaModel> oldest = models.values().iterator();
    while (models.size() > most) {
      oldest.next().close();
      oldest.remove();
    }
    return question.apply(loaded);
  }
}

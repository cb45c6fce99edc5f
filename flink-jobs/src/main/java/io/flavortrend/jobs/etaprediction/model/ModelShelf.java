package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of one subtask: loaded by a thread of its own, so that nobody waits for them, and used
 * and closed by the task's thread alone. A package that cannot be reached is tried again, ever more
 * rarely; one that is refused is told once.
 */
public final class ModelShelf implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelShelf.class);

  static final long FIRST_RETRY_MILLIS = 500;
  static final long LAST_RETRY_MILLIS = 30_000;

  /** What is loaded: two roles may play the same package. */
  private record Title(String modelVersion, String sha256) {
    static Title of(AnnouncedRelease announced) {
      ModelRelease release = announced.release();
      return new Title(release.modelVersion(), release.sha256());
    }
  }

  private record Attempt(AnnouncedRelease announced, int failures, long notBefore) {}

  private record Outcome(
      Attempt attempt, @Nullable EtaModel model, @Nullable ModelPackageException failure) {}

  /**
   * A release whose package cannot be used.
   *
   * @param failure why
   */
  public record Refusal(AnnouncedRelease announced, ModelPackageException failure) {}

  private final ModelLoader loader;
  private final ExecutorService thread;
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final Map<Title, EtaModel> models = new HashMap<>();
  private final Map<Title, Attempt> resting = new HashMap<>();
  private final Set<Title> loading = new HashSet<>();
  private final Set<Title> wanted = new HashSet<>();

  public ModelShelf(ModelLoader loader) {
    this.loader = loader;
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread loading = new Thread(task, "eta-model-loader");
              loading.setDaemon(true);
              loading.setContextClassLoader(classes);
              return loading;
            });
  }

  /** Sees to it that these releases are loaded, and closes what is not among them. */
  public void keep(Collection<AnnouncedRelease> releases) {
    wanted.clear();
    releases.forEach(announced -> wanted.add(Title.of(announced)));
    resting.keySet().retainAll(wanted);
    models
        .entrySet()
        .removeIf(
            entry -> {
              boolean unwanted = !wanted.contains(entry.getKey());
              if (unwanted) {
                entry.getValue().close();
              }
              return unwanted;
            });
    for (AnnouncedRelease announced : releases) {
      Title title = Title.of(announced);
      if (!models.containsKey(title) && !resting.containsKey(title) && loading.add(title)) {
        submit(new Attempt(announced, 0, 0));
      }
    }
  }

  /** The model of a release; null while it is not loaded. */
  public @Nullable EtaModel of(AnnouncedRelease announced) {
    return models.get(Title.of(announced));
  }

  /** Whether {@link #settle} would find something. */
  public boolean hasNews() {
    return !outcomes.isEmpty();
  }

  /** Whether something is being loaded or will be tried again. */
  public boolean isBusy() {
    return !loading.isEmpty() || !resting.isEmpty();
  }

  /**
   * Takes over what has been loaded, and tries again what could not be reached.
   *
   * @param nowMillis the clock
   * @return what was refused since
   */
  public List<Refusal> settle(long nowMillis) {
    List<Refusal> refusals = new ArrayList<>(0);
    for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      settle(outcome, nowMillis, refusals);
    }
    List<Attempt> due =
        resting.values().stream().filter(attempt -> attempt.notBefore() <= nowMillis).toList();
    for (Attempt attempt : due) {
      Title title = Title.of(attempt.announced());
      resting.remove(title);
      loading.add(title);
      submit(attempt);
    }
    return refusals;
  }

  private void settle(Outcome outcome, long nowMillis, List<Refusal> refusals) {
    AnnouncedRelease announced = outcome.attempt().announced();
    Title title = Title.of(announced);
    loading.remove(title);
    EtaModel model = outcome.model();
    ModelPackageException failure = outcome.failure();
    if (!wanted.contains(title)) {
      if (model != null) {
        model.close();
      }
    } else if (model != null) {
      models.put(title, model);
      LOG.info("Model {} is loaded", title.modelVersion());
    } else if (failure != null && failure.reason() == ModelPackageException.Reason.UNREACHABLE) {
      int failures = outcome.attempt().failures();
      long pause = Math.min(FIRST_RETRY_MILLIS << Math.min(failures, 10), LAST_RETRY_MILLIS);
      resting.put(title, new Attempt(announced, failures + 1, nowMillis + pause));
      LOG.warn(
          "Model {} cannot be reached: {}; tried again in {} ms",
          title.modelVersion(),
          failure.getMessage(),
          pause);
    } else if (failure != null) {
      refusals.add(new Refusal(announced, failure));
      LOG.warn("Model {} is refused: {}", title.modelVersion(), failure.getMessage());
    }
  }

  private void submit(Attempt attempt) {
    thread.execute(
        () -> {
          try {
            outcomes.add(new Outcome(attempt, loader.load(attempt.announced().release()), null));
          } catch (ModelPackageException e) {
            outcomes.add(new Outcome(attempt, null, e));
          }
          if (thread.isShutdown()) {
            closeOutcomes(); // The task ended meanwhile, and asks no more.
          }
        });
  }

  private void closeOutcomes() {
    for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      if (outcome.model() != null) {
        outcome.model().close();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    models.values().forEach(EtaModel::close);
    models.clear();
    closeOutcomes();
  }
}

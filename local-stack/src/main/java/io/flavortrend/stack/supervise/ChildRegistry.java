package io.flavortrend.stack.supervise;

import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.JsonFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on disk which child processes run, so that the next supervisor can end those of one
 * that was killed. A process is known by its id and its start time, since ids are used again.
 * Thread-safe.
 */
public final class ChildRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(ChildRegistry.class);

  /** One recorded process. */
  record Child(String name, long pid, long startedAtMillis) {}

  /** The file's content. */
  record Children(List<Child> children) {}

  private final JsonFile<Children> file;
  private final Map<String, Child> children = new LinkedHashMap<>();

  /** A registry in that home. */
  public ChildRegistry(FlavorHome home) {
    file = new JsonFile<>(home.run().resolve("children.json"), Children.class);
  }

  /** Records a started process. */
  synchronized void started(String name, Process process) {
    children.put(name, new Child(name, process.pid(), startMillis(process.toHandle())));
    file.write(new Children(List.copyOf(children.values())));
  }

  /** Forgets an ended process. */
  synchronized void ended(String name) {
    children.remove(name);
    file.write(new Children(List.copyOf(children.values())));
  }

  /**
   * Ends what a former supervisor left running.
   *
   * @return names of the processes that were ended
   */
  public synchronized List<String> endOrphans() {
    List<Child> orphans =
        file.read().map(Children::children).orElse(List.of()).stream()
            .filter(child -> ProcessHandle.of(child.pid()).filter(h -> same(h, child)).isPresent())
            .toList();
    for (Child child : orphans) {
      LOG.info("Ending {} (pid {}), left by a former supervisor", child.name(), child.pid());
      ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
    }
    for (Child child : orphans) {
      ProcessHandle.of(child.pid()).ifPresent(ChildRegistry::awaitOrKill);
    }
    file.write(new Children(List.of()));
    return orphans.stream().map(Child::name).toList();
  }

  private static void awaitOrKill(ProcessHandle process) {
    try {
      process.onExit().get(8, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException stillRunning) {
      LOG.warn("pid {} does not end, killing it", process.pid());
      process.destroyForcibly();
    }
  }

  private static boolean same(ProcessHandle handle, Child child) {
    return Math.abs(startMillis(handle) - child.startedAtMillis()) < 1_000;
  }

  private static long startMillis(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

package io.flavortrend.stack.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of the platform: a child process.
 *
 * @param name its name in status, logs and messages
 * @param kind a service runs until it is stopped, a step runs to its end
 * @param preparation what has to be done before the process starts, each time it starts
 * @param command the process and its arguments
 * @param environment what is added to the supervisor's own environment
 * @param after names of the components that must be ready first
 * @param port the port it listens on; null for none
 * @param url where a person or another part finds it; null for none
 * @param health asks whether it is ready
 * @param liveness asks, once it was ready, whether it still answers: one that only misses another
 *     component must not be killed for it
 * @param patience how long it may take to become ready
 * @param stopSignal what asks it to end: {@code TERM} or {@code INT}
 * @param tellsWrongSettings true where exit code 2 says that a setting is wrong, as it does in the
 *     project's own programs: starting it again would change nothing
 */
public record Component(
    String name,
    Kind kind,
    Preparation preparation,
    List<String> command,
    Map<String, String> environment,
    Set<String> after,
    @Nullable Integer port,
    @Nullable String url,
    Health health,
    Health liveness,
    Duration patience,
    String stopSignal,
    boolean tellsWrongSettings) {

  /** What {@link #tellsWrongSettings} is about. */
  public static final int EXIT_WRONG_SETTING = 2;

  /** Defensive copies. */
  public Component {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    after = Set.copyOf(after);
  }

  /** Whether the process is meant to go on. */
  public enum Kind {
    SERVICE,
    STEP
  }

  /** Work before a process starts. */
  @FunctionalInterface
  public interface Preparation {
    /** Nothing to prepare. */
    Preparation NONE = logFile -> {};

    /**
     * Prepares; called before every start.
     *
     * @param logFile the component's log
     * @throws Exception when the process cannot be started
     */
    void run(Path logFile) throws Exception;
  }

  /** Starts the description of a service. */
  public static Builder service(String name) {
    return new Builder(name, Kind.SERVICE);
  }

  /** Starts the description of a step: ready when it has ended with exit code 0. */
  public static Builder step(String name) {
    return new Builder(name, Kind.STEP);
  }

  /** Collects a description. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final Kind kind;
    private final List<String> command = new ArrayList<>();
    private Preparation preparation = Preparation.NONE;
    private Map<String, String> environment = Map.of();
    private Set<String> after = Set.of();
    private @Nullable Integer port;
    private @Nullable String url;
    private Health health = Health.RUNNING;
    private @Nullable Health liveness;
    private Duration patience = Duration.ofSeconds(90);
    private String stopSignal = "TERM";
    private boolean tellsWrongSettings;

    private Builder(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
    }

    /** Appends to the command. */
    public Builder command(List<String> arguments) {
      command.addAll(arguments);
      return this;
    }

    /** Sets what is added to the environment. */
    public Builder environment(Map<String, String> variables) {
      environment = variables;
      return this;
    }

    /** Sets what must be ready first. */
    public Builder after(String... components) {
      after = Set.of(components);
      return this;
    }

    /** Sets what is done before each start. */
    public Builder preparation(Preparation work) {
      preparation = work;
      return this;
    }

    /** Sets the port and, where it speaks HTTP, its address. */
    public Builder address(int listensOn, @Nullable String foundAt) {
      port = listensOn;
      url = foundAt;
      return this;
    }

    /** Sets how readiness is asked. */
    public Builder health(Health check) {
      health = check;
      return this;
    }

    /** Sets how it is asked whether it still answers; by default as readiness is. */
    public Builder liveness(Health check) {
      liveness = check;
      return this;
    }

    /** Sets how long it may take to be ready before it is started anew. */
    public Builder patience(Duration startWithin) {
      patience = startWithin;
      return this;
    }

    /** Sets the signal that asks it to end. */
    public Builder stopSignal(String signal) {
      stopSignal = signal;
      return this;
    }

    /** Says that exit code 2 means a wrong setting. */
    public Builder tellsWrongSettings() {
      tellsWrongSettings = true;
      return this;
    }

    /** The description. */
    public Component build() {
      return new Component(
          name,
          kind,
          preparation,
          command,
          environment,
          after,
          port,
          url,
          health,
          liveness == null ? health : liveness,
          patience,
          stopSignal,
          tellsWrongSettings);
    }
  }
}

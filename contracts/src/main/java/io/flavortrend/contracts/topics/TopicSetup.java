package io.flavortrend.contracts.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Brings a cluster's topics to the catalogue: makes what is missing, sets what differs, and leaves
 * the rest alone. Applying it again changes nothing. A topic's partitions are never changed: keys
 * would move to other partitions, and their order would be lost.
 */
public final class TopicSetup {
  private final Admin admin;
  private final Optional<Short> replicationFactor;

  /**
   * @param admin connected client, stays the caller's to close
   * @param replicationFactor copies of each partition; empty means the broker's default
   */
  public TopicSetup(Admin admin, Optional<Short> replicationFactor) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Applies the catalogue.
   *
   * @return what was done, one sentence each; empty when nothing differed
   * @throws ExecutionException when the cluster refuses
   * @throws InterruptedException when the calling thread is interrupted
   */
  public List<String> apply(Collection<TopicSpec> catalogue)
      throws ExecutionException, InterruptedException {
    List<String> done = new ArrayList<>();
    Set<String> existing = new HashSet<>(admin.listTopics().names().get());
    List<NewTopic> missing = new ArrayList<>();
    for (TopicSpec topic : catalogue) {
      if (!existing.contains(topic.name())) {
        missing.add(
            new NewTopic(topic.name(), Optional.of(topic.partitions()), replicationFactor)
                .configs(topic.config()));
        done.add("created " + topic.name());
      }
    }
    admin.createTopics(missing).all().get();
    List<TopicSpec> present =
        catalogue.stream().filter(topic -> existing.contains(topic.name())).toList();
    alignConfigs(present, done);
    reportPartitions(present, done);
    return done;
  }

  private void alignConfigs(List<TopicSpec> present, List<String> done)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> resources = present.stream().map(TopicSetup::resource).toList();
    Map<ConfigResource, Config> actual = admin.describeConfigs(resources).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (TopicSpec topic : present) {
      Config config = actual.get(resource(topic));
      List<AlterConfigOp> operations = new ArrayList<>();
      topic
          .config()
          .forEach(
              (key, value) -> {
                ConfigEntry entry = config == null ? null : config.get(key);
                if (entry == null || !value.equals(entry.value())) {
                  operations.add(
                      new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                  done.add("set %s of %s to %s".formatted(key, topic.name(), value));
                }
              });
      if (!operations.isEmpty()) {
        changes.put(resource(topic), operations);
      }
    }
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private void reportPartitions(List<TopicSpec> present, List<String> done)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> descriptions =
        admin.describeTopics(present.stream().map(TopicSpec::name).toList()).allTopicNames().get();
    for (TopicSpec topic : present) {
      TopicDescription description = descriptions.get(topic.name());
      if (description != null && description.partitions().size() != topic.partitions()) {
        done.add(
            "left %s at %d partitions, the catalogue has %d"
                .formatted(topic.name(), description.partitions().size(), topic.partitions()));
      }
    }
  }

  private static ConfigResource resource(TopicSpec topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }
}

package io.flavortrend.notifier.feed;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.notifier.NotifierConfig;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.ChannelHub;
import io.flavortrend.notifier.channels.CityKpisDecoder;
import io.flavortrend.notifier.channels.DomainClock;
import io.flavortrend.notifier.channels.DynamicSlaViolationsDecoder;
import io.flavortrend.notifier.channels.EtaPredictionsDecoder;
import io.flavortrend.notifier.channels.OrderStatusDecoder;
import io.flavortrend.notifier.channels.SlaViolationsDecoder;
import io.flavortrend.notifier.latency.StageLatencies;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feed. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
  @Bean
  FeedHealth feedHealth() {
    return new FeedHealth();
  }

  @Bean(destroyMethod = "close")
  DeadLetterWriter deadLetterWriter(NotifierConfig config) {
    return new DeadLetterWriter(config.kafkaBootstrap());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  KafkaFeed kafkaFeed(
      NotifierConfig config,
      FeedHealth health,
      DeadLetterWriter deadLetters,
      StageLatencies latencies,
      Clock clock) {
    ChannelHub hub =
        new ChannelHub(
            new DomainClock(config.timeDomain(), clock), config.ringEvents(), config.maxReplayed());
    TopicFeed topicFeed =
        new TopicFeed(
            hub,
            Map.of(
                Channel.CITY_KPIS, new CityKpisDecoder(),
                Channel.ORDER_STATUS, new OrderStatusDecoder(config.timeDomain()),
                Channel.SLA_VIOLATIONS, new SlaViolationsDecoder(),
                Channel.ETA_PREDICTIONS, new EtaPredictionsDecoder(),
                Channel.DYNAMIC_SLA_VIOLATIONS, new DynamicSlaViolationsDecoder()),
            deadLetters,
            latencies);
    return new KafkaFeed(
        new FeedConnection(config.kafkaBootstrap()),
        hub,
        topicFeed,
        health,
        new FeedStart.ReadBack(config.readBack(), config.timeDomain() == TimeDomain.LIVE),
        config.clientLimits().heartbeat(),
        clock);
  }
}

package io.flavortrend.jobs.etaprediction;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.jobs.etaprediction.model.ModelLoader;
import io.flavortrend.jobs.etaprediction.model.ReleaseMessage;
import io.flavortrend.jobs.etaprediction.model.ReleaseUpdate;
import io.flavortrend.jobs.frame.WithoutTime;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.join.PointInTimeJoinOperator;
import io.flavortrend.jobs.frame.topics.Admit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The job as a function of its sources, models and sinks; it never executes.
 *
 * <pre>
 *  orders ──► order-news ──by order──► stage-changes ──► restaurant-join ──► courier-join ──► city-join ──► predictions
 *                                                         ▲ point in time,    ▲                ▲             ▲   │
 *  restaurants ──► restaurant-versions ──by restaurant────┘ corrected         │                │             │   ├─► …-topic
 *  couriers ─────► courier-versions ─────by courier───────────────────────────┘                │             │   ├─► …-table
 *  cities ───────► city-versions ────────by city───────────────────────────────────────────────┘             │   └─► shadow-topic
 *  models ───────► releases ─────────────to all──────────────────────────────────────────────────────────────┘
 *  what breaks its contract ──► dead-letters
 * </pre>
 */
final class EtaPredictionTopology {
  private static final TypeInformation<EtaQuestion> QUESTION =
      TypeInformation.of(EtaQuestion.class);
  private static final TypeInformation<FeatureValues> VALUES =
      TypeInformation.of(FeatureValues.class);

  private EtaPredictionTopology() {}

  /**
   * Where everything comes from.
   *
   * @param orders questions and ends, with watermarks that say how far the orders have come
   * @param restaurants versions and markers, with watermarks from the markers
   * @param couriers the same
   * @param cities the same
   * @param models releases; their watermarks, if any, mean nothing
   */
  record Sources(
      DataStream<OrderMessage> orders,
      DataStream<FeatureRecord> restaurants,
      DataStream<FeatureRecord> couriers,
      DataStream<FeatureRecord> cities,
      DataStream<ReleaseMessage> models) {}

  /**
   * Where the results go.
   *
   * @param topic the champion's predictions, for those who watch
   * @param table the newest version of them, for those who ask
   * @param shadow the challenger's predictions
   * @param deadLetters records and packages that could not be used
   */
  record Sinks(
      Sink<EtaPrediction> topic,
      Sink<EtaPrediction> table,
      Sink<EtaPrediction> shadow,
      Sink<DeadLetter> deadLetters) {}

  /** Builds the job. */
  static void build(Sources sources, ModelLoader models, Sinks sinks, EtaPredictionConfig config) {
    var news = news(sources.orders());
    var restaurants = versions(sources.restaurants(), FeatureEntity.RESTAURANT);
    var couriers = versions(sources.couriers(), FeatureEntity.COURIER);
    var cities = versions(sources.cities(), FeatureEntity.CITY);
    var releases = releases(sources.models());
    DataStream<EtaQuestion> questions = questions(news, config);
    questions =
        join(questions, EtaQuestion::restaurantId, restaurants, FeatureEntity.RESTAURANT, config);
    questions = join(questions, EtaQuestion::courierKey, couriers, FeatureEntity.COURIER, config);
    questions =
        join(questions, question -> (long) question.cityId(), cities, FeatureEntity.CITY, config);
    var predictions = predictions(questions, releases, models);
    sinks(predictions, sinks);
    named(
        news.getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(
                restaurants.getSideOutput(ReadChanges.DEAD_LETTERS),
                couriers.getSideOutput(ReadChanges.DEAD_LETTERS),
                cities.getSideOutput(ReadChanges.DEAD_LETTERS),
                releases.getSideOutput(ReadChanges.DEAD_LETTERS),
                predictions.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records and packages that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<OrderNews> news(DataStream<OrderMessage> orders) {
    return named(
        orders.process(
            new Admit<>(OrderMessage::news, OrderMessage::refused),
            TypeInformation.of(OrderNews.class)),
        "order-news",
        "Lets the orders through that keep their contract");
  }

  private static SingleOutputStreamOperator<FeatureValues> versions(
      DataStream<FeatureRecord> records, FeatureEntity entity) {
    return named(
        records.process(
            new Admit<>(record -> values(entity, record.version()), FeatureRecord::refused),
            VALUES),
        entity.code() + "-versions",
        "Lets versions through; markers have moved event time");
  }

  private static @Nullable FeatureValues values(
      FeatureEntity entity, @Nullable FeatureVersion version) {
    return version == null
        ? null
        : new FeatureValues(
            version.entityId(),
            version.eventTime().toEpochMilli(),
            version.version(),
            EtaVectors.values(entity, version.features()));
  }

  private static SingleOutputStreamOperator<ReleaseUpdate> releases(
      DataStream<ReleaseMessage> models) {
    SingleOutputStreamOperator<ReleaseMessage> withoutTime =
        named(
            models.transform(
                "models-without-time",
                TypeInformation.of(ReleaseMessage.class),
                new WithoutTime<>()),
            "models-without-time",
            "Says that nobody waits for the time of releases");
    return named(
        withoutTime.process(
            new Admit<>(ReleaseMessage::update, ReleaseMessage::refused),
            TypeInformation.of(ReleaseUpdate.class)),
        "releases",
        "Lets the releases through that keep their contract");
  }

  private static SingleOutputStreamOperator<EtaQuestion> questions(
      DataStream<OrderNews> news, EtaPredictionConfig config) {
    return named(
        news.keyBy(OrderNews::orderId, Types.LONG)
            .process(new StageChanges(config.ordersKeptFor()), QUESTION),
        "stage-changes",
        "Asks when an order has reached a stage, or is another at the same stage");
  }

  private static SingleOutputStreamOperator<EtaQuestion> join(
      DataStream<EtaQuestion> questions,
      KeySelector<EtaQuestion, Long> key,
      DataStream<FeatureValues> versions,
      FeatureEntity entity,
      EtaPredictionConfig config) {
    String name = entity.code() + "-join";
    return named(
        questions
            .keyBy(key, Types.LONG)
            .connect(versions.keyBy(FeatureValues::entityId, Types.LONG))
            .transform(
                name,
                QUESTION,
                new PointInTimeJoinOperator<Long, EtaQuestion, FeatureValues>(
                    new FeatureJoining(entity),
                    QUESTION,
                    VALUES,
                    config.job().timeDomain(),
                    config.featuresCap(),
                    config.correctedFor(),
                    config.versionsKeptFor())),
        name,
        "Joins each question with the version of features that held at its time");
  }

  private static SingleOutputStreamOperator<EtaPrediction> predictions(
      DataStream<EtaQuestion> questions, DataStream<ReleaseUpdate> releases, ModelLoader models) {
    return named(
        questions
            .connect(releases.broadcast())
            .transform(
                "predictions",
                TypeInformation.of(EtaPrediction.class),
                new PredictOperator(models)),
        "predictions",
        "Answers with the models valid at each question's time");
  }

  private static void sinks(SingleOutputStreamOperator<EtaPrediction> predictions, Sinks sinks) {
    named(
        predictions.sinkTo(sinks.topic()),
        "eta-predictions-topic",
        "Writes every answer of the champion to topic eta_predictions");
    named(
        predictions.sinkTo(sinks.table()),
        "eta-predictions-table",
        "Upserts the newest version into analytics.eta_predictions");
    named(
        predictions.getSideOutput(PredictOperator.SHADOW).sinkTo(sinks.shadow()),
        "eta-predictions-shadow-topic",
        "Writes every answer of the challenger to topic eta_predictions_shadow");
  }
}

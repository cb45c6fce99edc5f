export type { LiveRow } from './channel';
export { clientConfigQuery } from './clientConfig';
export { cityKpisChannel, cityMinuteSchema, type CityMinute } from './channels/cityKpis';
export {
  dynamicSlaKinds,
  dynamicSlaViolationsChannel,
  dynamicSlaViolationSchema,
  type DynamicSlaKind,
  type DynamicSlaViolation,
} from './channels/dynamicSlaViolations';
export {
  etaPredictionsChannel,
  predictionFields,
  predictionOf,
  predictionSchema,
  predictionStages,
  predictionStageSchema,
  type OrderPrediction,
  type Prediction,
  type PredictionStage,
} from './channels/etaPredictions';
export {
  orderStatusChannel,
  orderStatuses,
  orderStatusSchema,
  type OrderChange,
  type OrderStatus,
} from './channels/orderStatus';
export {
  slaLimits,
  slaViolationsChannel,
  slaViolationSchema,
  type SlaLimit,
  type SlaViolation,
} from './channels/slaViolations';
export type { ConnectionPhase, ConnectionState } from './connectionState';
export type { LatencySummary } from './latencyHistogram';
export type { LiveFigures } from './liveFeed';
export { LiveProvider } from './LiveProvider';
export { HistoricTime, useReferenceNow } from './referenceClock';
export {
  useConnection,
  useLiveFigures,
  useLiveRows,
  useRefetchInterval,
  useSampledRows,
  useServerNow,
} from './useLive';

export {
  modelHealthQuery,
  type Expectation,
  type FeatureDrift,
  type HealthStatus,
  type ModelHealth,
  type Performance,
} from './modelHealth';

export {
  componentHealth,
  connectorHealth,
  connectState,
  healthSummary,
  jobHealth,
  worst,
  type Health,
  type HealthSummary,
} from './health';
export { pipelineQuery } from './pipeline';
export {
  pipelineSchema,
  type FeatureGroup,
  type Pipeline,
  type PipelineConnector,
  type PipelineJob,
  type StageLatency,
} from './pipelineSchema';

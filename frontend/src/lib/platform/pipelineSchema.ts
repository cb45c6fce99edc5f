import { instant, z } from '@/lib/schema';

const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** `GET /pipeline`. A part that could not be asked is null or empty and named in `unavailable`. */
export const pipelineSchema = z.object({
  components: listOf(
    z.object({
      name: z.string(),
      state: z.enum(['up', 'down', 'degraded']).catch('degraded'),
      detail: text,
    }),
  ),
  jobs: listOf(
    z.object({
      name: z.string(),
      state: z.string(),
      started_at: instant.nullish(),
      checkpoints_completed: number,
      checkpoints_failed: number,
      last_checkpoint_ms: number,
      last_checkpoint_bytes: number,
      watermark_lag_ms: number,
      records_in_per_second: number,
      records_out_per_second: number,
    }),
  ),
  connectors: listOf(
    z.object({
      name: z.string(),
      state: z.string(),
      tasks: listOf(
        z.object({ id: z.union([z.number(), z.string()]), state: z.string(), trace: text }),
      ),
    }),
  ),
  slot: z
    .object({ name: z.string(), active: z.boolean(), lag_bytes: number })
    .nullish()
    .transform((slot) => slot ?? null),
  topics: listOf(z.object({ name: z.string(), records_per_second: number, end_offset: number })),
  features: listOf(
    z.object({
      entity: z.string(),
      entities: z.number(),
      newest_age_ms: number,
      p50_age_ms: number,
      p99_age_ms: number,
      freshness: z.object({
        target_ms: z.number(),
        behind_ms: z.number(),
        kept: z
          .boolean()
          .nullish()
          .transform((kept) => kept ?? null),
      }),
    }),
  ),
  latency: listOf(
    z.object({
      stage: z.string(),
      count: z.number(),
      p50_ms: number,
      p99_ms: number,
      max_ms: number,
    }),
  ),
  dead_letters: number,
  unavailable: listOf(z.object({ part: z.string(), reason: z.string() })),
  as_of: instant,
});

export type Pipeline = z.infer<typeof pipelineSchema>;
export type PipelineJob = Pipeline['jobs'][number];
export type PipelineConnector = Pipeline['connectors'][number];
export type FeatureGroup = Pipeline['features'][number];
export type StageLatency = Pipeline['latency'][number];

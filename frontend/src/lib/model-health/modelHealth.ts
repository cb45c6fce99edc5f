import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

/** Null where too little is known to say. */
const status = z
  .enum(['ok', 'warning', 'alarm'])
  .nullish()
  .transform((value) => value ?? null);

export type HealthStatus = z.infer<typeof status>;

const performanceSchema = z
  .object({
    key: z.string(),
    count: z.number(),
    mae_minutes: z.number(),
    bias_minutes: z.number(),
    coverage: z.number(),
    baseline_mae_minutes: z.number(),
  })
  .transform((value) => ({
    /** What the group has in common: an instant, a city's id, a stage, a version, an hour, … */
    key: value.key,
    count: value.count,
    mae: value.mae_minutes,
    /** Mean of predicted minus actual. */
    bias: value.bias_minutes,
    coverage: value.coverage,
    baselineMae: value.baseline_mae_minutes,
  }));

/** How well predictions of a group were, in minutes. */
export type Performance = z.infer<typeof performanceSchema>;

const expectationSchema = z
  .object({
    stage: z.enum(['placed', 'assigned', 'picked_up']),
    count: z.number(),
    mae_minutes: number,
    expected_mae_minutes: number,
    mae_status: status,
    coverage: number,
    expected_coverage: number,
    coverage_status: status,
  })
  .transform((value) => ({
    stage: value.stage,
    count: value.count,
    mae: value.mae_minutes,
    expectedMae: value.expected_mae_minutes,
    maeStatus: value.mae_status,
    coverage: value.coverage,
    expectedCoverage: value.expected_coverage,
    coverageStatus: value.coverage_status,
  }));

/** A stage's predictions against what the champion's training showed. */
export type Expectation = z.infer<typeof expectationSchema>;

const featureDriftSchema = z
  .object({
    name: z.string(),
    description: z.string(),
    psi: number,
    ks: number,
    count: z.number(),
    status,
    since: instant.nullish(),
  })
  .transform((value) => ({ ...value, since: value.since ?? null }));

/** How far a value has moved from what the champion was trained on. */
export type FeatureDrift = z.infer<typeof featureDriftSchema>;

const performances = z.array(performanceSchema);

const modelHealthSchema = z
  .object({
    champion: z.string().nullish(),
    status,
    total: performanceSchema.nullish(),
    by_window: performances,
    by_city: performances,
    by_stage: performances,
    by_version: performances,
    by_hour: performances,
    by_weather: performances,
    expectations: z.array(expectationSchema),
    drift: z
      .object({
        vectors: z.number(),
        features: z.array(featureDriftSchema),
        unavailable: z.string().nullish(),
      })
      .nullish(),
    as_of: instant,
  })
  .transform((value) => ({
    /** Null where the baseline answers. */
    champion: value.champion ?? null,
    status: value.status,
    /** Null without outcomes. */
    total: value.total ?? null,
    byWindow: value.by_window,
    byCity: value.by_city,
    byStage: value.by_stage,
    byVersion: value.by_version,
    byHour: value.by_hour,
    byWeather: value.by_weather,
    expectations: value.expectations,
    /** Null without champion. */
    drift: value.drift ?? null,
    asOf: value.as_of,
  }));

export type ModelHealth = z.infer<typeof modelHealthSchema>;

/** How the champion did in the last minutes, in a city or in all. */
export const modelHealthQuery = (cityId: number | null, minutes: number) =>
  queryOptions({
    queryKey: ['model', 'health', cityId, minutes],
    queryFn: ({ signal }) =>
      get('/model/health', modelHealthSchema, { city: cityId, minutes }, signal),
  });

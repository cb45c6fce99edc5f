import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

export const roleSchema = z.enum(['champion', 'challenger']);

export type Role = z.infer<typeof roleSchema>;

const count = z.number().nullish();

// What a package tells of its own training; another trainer may tell less.
const metricsSchema = z
  .object({
    rows: z.object({ train: count, test: count }).nullish(),
    test: z.object({ mae: count, rmse: count, coverage: count, baseline_mae: count }).nullish(),
  })
  .transform(({ rows, test }) => ({
    trainRows: rows?.train ?? null,
    testRows: rows?.test ?? null,
    mae: test?.mae ?? null,
    rmse: test?.rmse ?? null,
    coverage: test?.coverage ?? null,
    baselineMae: test?.baseline_mae ?? null,
  }));

const versionSchema = z
  .object({
    model_version: z.string(),
    sha256: z.string(),
    size_bytes: z.number(),
    origin: z.enum(['bundled', 'trained', 'imported']),
    trained_at: instant,
    metrics: metricsSchema,
    registered_at: instant,
    registered_by: z.string(),
    role: roleSchema.nullish(),
  })
  .transform((value) => ({
    version: value.model_version,
    sha256: value.sha256,
    sizeBytes: value.size_bytes,
    origin: value.origin,
    trainedAt: value.trained_at,
    metrics: value.metrics,
    registeredAt: value.registered_at,
    registeredBy: value.registered_by,
    role: value.role ?? null,
  }));

/** A registered model with the metrics of its training, in minutes; null is untold. */
export type ModelVersion = z.infer<typeof versionSchema>;

export const releaseSchema = z
  .object({
    role: roleSchema,
    model_version: z.string().nullish(),
    effective_from: instant.nullish(),
    announced_at: instant,
    announced_by: z.string(),
    reason: z.enum(['first', 'promoted', 'rolled_back', 'withdrawn']),
  })
  .transform((value) => ({
    role: value.role,
    /** Null where nobody plays the role any more. */
    version: value.model_version ?? null,
    /** Null for predictions of all times. */
    effectiveFrom: value.effective_from ?? null,
    announcedAt: value.announced_at,
    announcedBy: value.announced_by,
    reason: value.reason,
  }));

/** From when on a version plays a role. */
export type Release = z.infer<typeof releaseSchema>;

const versionsSchema = z.object({
  champion: z.string().nullish(),
  challenger: z.string().nullish(),
  items: z.array(versionSchema),
  releases: z.array(releaseSchema),
});

/** The newest registration first, and the newest release. */
export type ModelVersions = z.infer<typeof versionsSchema>;

export const versionsQuery = queryOptions({
  queryKey: ['model', 'versions'],
  queryFn: ({ signal }) => get('/model/versions', versionsSchema, {}, signal),
});

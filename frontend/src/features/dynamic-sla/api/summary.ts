import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

const statesSchema = z.object({ open: z.number(), closed: z.number(), withdrawn: z.number() });

const summarySchema = z
  .object({
    ahead_minutes: z.number(),
    total: z.object({
      warnings: statesSchema,
      violations: statesSchema,
      broken_promises: z.number(),
      warned_ahead_share: z.number().nullish(),
      mean_lead_minutes: z.number().nullish(),
      warning_precision: z.number().nullish(),
    }),
    as_of: instant,
  })
  .transform(({ ahead_minutes, total, as_of }) => ({
    /** The lead from which a warning leaves time to act. */
    aheadMinutes: ahead_minutes,
    warnings: total.warnings,
    violations: total.violations,
    brokenPromises: total.broken_promises,
    warnedAheadShare: total.warned_ahead_share ?? null,
    meanLeadMinutes: total.mean_lead_minutes ?? null,
    /** Share of the warnings that came true. */
    precision: total.warning_precision ?? null,
    asOf: as_of,
  }));

/** Warnings and violations in sum; a share is null where there is nothing that it is of. */
export type DynamicSlaSummary = z.infer<typeof summarySchema>;

/** The last minutes of a city or of all. */
export const summaryQuery = (cityId: number | null, minutes: number) =>
  queryOptions({
    queryKey: ['dynamic-sla', 'summary', cityId, minutes],
    queryFn: ({ signal }) =>
      get('/dynamic-sla/summary', summarySchema, { city: cityId, minutes }, signal),
  });

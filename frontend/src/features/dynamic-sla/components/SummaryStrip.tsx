import { useQuery } from '@tanstack/react-query';
import { KpiTile } from '@/components';
import type { CityFilter } from '@/lib/cities';
import { formatCount, formatRate, formatShare } from '@/lib/format';
import { useRefetchInterval } from '@/lib/live';
import { summaryQuery, type DynamicSlaSummary } from '../api/summary';
import classes from './SummaryStrip.module.css';

interface SummaryStripProps {
  filter: CityFilter;
  minutes: number;
}

/** Five figures: what is open now, and whether warnings come in time and come true. */
export function SummaryStrip({ filter, minutes }: SummaryStripProps) {
  const refetchInterval = useRefetchInterval(5_000);
  const { data, error } = useQuery({ ...summaryQuery(filter.cityId, minutes), refetchInterval });
  const figure = (of: (summary: DynamicSlaSummary) => string) =>
    data === undefined ? (error === null ? null : '–') : of(data);
  const detail = (of: (summary: DynamicSlaSummary) => string) =>
    data === undefined ? (error?.message ?? '') : of(data);
  return (
    <section
      className={classes.strip}
      aria-label="Dynamic SLA, key figures"
      data-testid="dynamic-sla-summary"
    >
      <KpiTile
        testId="open-warnings"
        label="Open warnings"
        value={figure(({ warnings }) => formatCount(warnings.open))}
        raw={data?.warnings.open ?? null}
        detail={detail(
          ({ warnings }) =>
            `${formatCount(warnings.closed)} over, ${formatCount(warnings.withdrawn)} taken back`,
        )}
      />
      <KpiTile
        testId="open-violations"
        label="Open violations"
        value={figure(({ violations }) => formatCount(violations.open))}
        raw={data?.violations.open ?? null}
        detail={detail(({ violations }) => `${formatCount(violations.closed)} over`)}
      />
      <KpiTile
        testId="warned-ahead"
        label={`Warned ≥ ${formatCount(data?.aheadMinutes ?? 10)} min ahead`}
        value={figure(({ warnedAheadShare }) => formatShare(warnedAheadShare))}
        raw={data?.warnedAheadShare ?? null}
        detail={detail(({ brokenPromises }) => `of ${formatCount(brokenPromises)} broken promises`)}
      />
      <KpiTile
        testId="mean-lead"
        label="Mean lead"
        value={figure(({ meanLeadMinutes }) => formatRate(meanLeadMinutes))}
        raw={data?.meanLeadMinutes ?? null}
        unit="min"
        detail={detail(() => 'from warning to promise')}
      />
      <KpiTile
        testId="precision"
        label="Precision"
        value={figure(({ precision }) => formatShare(precision))}
        raw={data?.precision ?? null}
        detail={detail(() => 'of the warnings came true')}
      />
    </section>
  );
}

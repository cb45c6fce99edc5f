import { useQuery } from '@tanstack/react-query';
import { ErrorState, Freshness, PageHeading, PageSkeleton } from '@/components';
import { useCityFilter } from '@/lib/cities';
import { useConnection, useLiveFigures } from '@/lib/live';
import { pipelineQuery } from '@/lib/platform';
import { BrowserFigures } from './BrowserFigures';
import { Components } from './Components';
import { Connectors } from './Connectors';
import { FeatureFreshness } from './FeatureFreshness';
import { FlowDiagram } from './FlowDiagram';
import { Jobs } from './Jobs';
import { Latency } from './Latency';
import classes from './PipelinePage.module.css';
import { Topics } from './Topics';
import { UnavailableParts } from './UnavailableParts';

const REFETCH_MS = 2_000;

/** The way of a change from its commit to the page, live. */
export function PipelinePage() {
  const { zone } = useCityFilter();
  const connection = useConnection();
  const figures = useLiveFigures();
  const { data, error, refetch } = useQuery({ ...pipelineQuery, refetchInterval: REFETCH_MS });
  if (data === undefined) {
    return (
      <>
        <title>Pipeline · Flavor Trend</title>
        {error === null ? (
          <PageSkeleton />
        ) : (
          <>
            <PageHeading title="Pipeline" />
            <ErrorState error={error} onRetry={() => void refetch()} />
          </>
        )}
      </>
    );
  }
  return (
    <>
      <title>Pipeline · Flavor Trend</title>
      <PageHeading title="Pipeline" about="The way of every change, from its commit to this page">
        <Freshness asOf={data.as_of} zone={zone} />
      </PageHeading>
      <UnavailableParts parts={data.unavailable} failure={error} />
      <FlowDiagram pipeline={data} connection={connection} figures={figures} />
      <div className={classes.grid}>
        <div className={classes.column}>
          <Latency stages={data.latency} page={figures?.latency ?? null} />
          <FeatureFreshness groups={data.features} />
          <Topics topics={data.topics} deadLetters={data.dead_letters} />
        </div>
        <div className={classes.column}>
          <Jobs jobs={data.jobs} zone={zone} />
          <Components components={data.components} />
          <Connectors connectors={data.connectors} slot={data.slot} />
          <BrowserFigures figures={figures} connection={connection} zone={zone} />
        </div>
      </div>
    </>
  );
}

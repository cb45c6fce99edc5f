import { Boxes } from 'lucide-react';
import { MessageState, Panel, StateBadge } from '@/components';
import { formatBytes, formatCount, formatDateTime, formatMillis, formatRate } from '@/lib/format';
import { jobHealth, type PipelineJob } from '@/lib/platform';
import classes from './Table.module.css';

const title = (state: string) => state.charAt(0).toUpperCase() + state.slice(1).toLowerCase();

function Job({ job, zone }: { job: PipelineJob; zone: string }) {
  const failed = job.checkpoints_failed ?? 0;
  return (
    <tr data-job={job.name}>
      <th scope="row">
        {job.name}
        <span className={classes.sub}>since {formatDateTime(job.started_at, zone)}</span>
      </th>
      <td>
        <StateBadge health={jobHealth(job)} label={title(job.state)} />
      </td>
      <td className={classes.number}>
        {formatRate(job.records_in_per_second)}
        <span className={classes.sub}>{formatRate(job.records_out_per_second)} out</span>
      </td>
      <td className={classes.number}>
        {formatCount(job.checkpoints_completed)}
        <span className={failed > 0 ? `${classes.sub ?? ''} ${classes.failed ?? ''}` : classes.sub}>
          {formatCount(failed)} failed
        </span>
      </td>
      <td className={classes.number}>
        {formatMillis(job.last_checkpoint_ms)}
        <span className={classes.sub}>{formatBytes(job.last_checkpoint_bytes)}</span>
      </td>
      <td className={classes.number}>{formatMillis(job.watermark_lag_ms)}</td>
    </tr>
  );
}

/** The Flink jobs with their rates and checkpoints. */
export function Jobs({ jobs, zone }: { jobs: readonly PipelineJob[]; zone: string }) {
  return (
    <Panel title="Jobs" note={`${String(jobs.length)} submitted`} flush testId="pipeline-jobs">
      {jobs.length === 0 ? (
        <MessageState
          icon={<Boxes size={28} aria-hidden />}
          title="No job is known"
          detail="Flink has none, or could not be asked."
        />
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="Jobs, table">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Job</th>
                <th scope="col">State</th>
                <th scope="col" className={classes.number}>
                  Records/s in
                </th>
                <th scope="col" className={classes.number}>
                  Checkpoints
                </th>
                <th scope="col" className={classes.number}>
                  Last took
                </th>
                <th scope="col" className={classes.number}>
                  Lag
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <Job key={job.name} job={job} zone={zone} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

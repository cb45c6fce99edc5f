import { Radio } from 'lucide-react';
import { MessageState, Panel, StateWord } from '@/components';
import { DataTable, Stacked, type Column } from '@/components/table';
import { formatClock, formatCount, formatShare } from '@/lib/format';
import { etaPredictionsChannel, useSampledRows } from '@/lib/live';
import type { ModelVersions } from '../api/versions';
import { answering, type Answering } from '../model/answering';

interface AnsweringPanelProps {
  versions: ModelVersions | undefined;
  zone: string;
}

function columns(champion: string | null, zone: string): readonly Column<Answering>[] {
  return [
    {
      key: 'version',
      heading: 'Version',
      cell: ({ version }) => (
        <Stacked sub={version === champion ? 'champion' : 'no champion any more, or none yet'}>
          {version}
        </Stacked>
      ),
    },
    {
      key: 'state',
      heading: 'State',
      words: true,
      cell: ({ version }) =>
        version === champion ? (
          <StateWord tone="good" label="Live" />
        ) : (
          <StateWord tone="muted" label="Going" />
        ),
    },
    {
      key: 'share',
      heading: 'Predictions',
      cell: ({ share, count }) => (
        <Stacked sub={`${formatCount(count)} in a minute`}>{formatShare(share)}</Stacked>
      ),
    },
    { key: 'newest', heading: 'Newest', cell: ({ newest }) => formatClock(newest, zone) },
  ];
}

/** Who answers now, by the predictions that arrive: a promotion is seen to go live here. */
export function AnsweringPanel({ versions, zone }: AnsweringPanelProps) {
  const rows = answering(useSampledRows(etaPredictionsChannel).map(({ row }) => row));
  const champion = versions === undefined ? null : (versions.champion ?? 'baseline');
  return (
    <Panel title="Answering now" note="by the newest predictions" flush testId="model-answering">
      {rows.length === 0 ? (
        <MessageState
          icon={<Radio size={28} aria-hidden />}
          title="No prediction has arrived yet"
          detail="The versions that answer appear with the next order that reaches a stage."
        />
      ) : (
        <DataTable
          label="Answering now, table"
          columns={columns(champion, zone)}
          rows={rows}
          rowKey={({ version }) => version}
          rowData={({ version }) => ({ 'data-testid': 'answering-row', 'data-version': version })}
        />
      )}
    </Panel>
  );
}

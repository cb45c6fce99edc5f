import { useQuery } from '@tanstack/react-query';
import { Bike } from 'lucide-react';
import { MessageState, StateWord } from '@/components';
import type { CityFilter } from '@/lib/cities';
import { formatCount, formatRate, formatShare } from '@/lib/format';
import { couriersQuery, type Courier } from '../api/couriers';
import { COURIER_STATES, courierAbout, courierDetail } from '../model/entityStates';
import { RowsPanel } from './RowsPanel';
import classes from './RowsPanel.module.css';

const REFETCH_MS = 10_000;

function Row({ row, everywhere }: { row: Courier; everywhere: boolean }) {
  return (
    <tr data-testid="courier-row" data-status={row.status}>
      <th scope="row">
        <span className={classes.name}>{row.name}</span>
        <span className={classes.sub}>{courierAbout(row, everywhere)}</span>
      </th>
      <td>
        <StateWord {...COURIER_STATES[row.status]} />
        <span className={classes.sub}>{courierDetail(row)}</span>
      </td>
      <td>{formatCount(row.deliveriesToday)}</td>
      <td className={classes.extra}>{formatRate(row.speedKmh)}</td>
      <td>{formatShare(row.onTimeRate)}</td>
    </tr>
  );
}

/** Couriers with what they carry, how fast and how punctual they are. */
export function CouriersPanel({ filter }: { filter: CityFilter }) {
  const asked = useQuery({ ...couriersQuery(filter.cityId), refetchInterval: REFETCH_MS });
  return (
    <RowsPanel
      title="Couriers"
      note="most under way first"
      testId="couriers-panel"
      asked={asked}
      zone={filter.zone}
      empty={
        <MessageState
          icon={<Bike size={28} aria-hidden />}
          title="No courier has features yet"
          detail="They appear with the first order or change of a courier."
        />
      }
    >
      <thead>
        <tr>
          <th scope="col">Courier</th>
          <th scope="col">Status</th>
          <th scope="col">Today</th>
          <th scope="col" className={classes.extra}>
            km/h
          </th>
          <th scope="col">On time</th>
        </tr>
      </thead>
      <tbody>
        {asked.data?.items.map((row) => (
          <Row key={row.id} row={row} everywhere={filter.cityId === null} />
        ))}
      </tbody>
    </RowsPanel>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { MessageState, StateWord } from '@/components';
import type { CityFilter } from '@/lib/cities';
import { formatCount, formatRate } from '@/lib/format';
import { restaurantsQuery, type Restaurant } from '../api/restaurants';
import { RESTAURANT_STATES } from '../model/entityStates';
import { RowsPanel } from './RowsPanel';
import classes from './RowsPanel.module.css';

const REFETCH_MS = 10_000;

function Row({ row, everywhere }: { row: Restaurant; everywhere: boolean }) {
  return (
    <tr data-testid="restaurant-row" data-status={row.status}>
      <th scope="row">
        <span className={classes.name}>{row.name}</span>
        {everywhere && <span className={classes.sub}>{row.cityName}</span>}
      </th>
      <td>
        <StateWord {...RESTAURANT_STATES[row.status]} />
      </td>
      <td>{formatCount(row.openOrders)}</td>
      <td>
        {formatRate(row.prepMinutes)}
        <span className={classes.sub}>usual {formatRate(row.usualPrepMinutes)}</span>
      </td>
      <td className={classes.extra}>{formatCount(row.ordersLastHour)}</td>
    </tr>
  );
}

/** Kitchens with what is open at them, and whether they keep their pace. */
export function RestaurantsPanel({ filter }: { filter: CityFilter }) {
  const asked = useQuery({ ...restaurantsQuery(filter.cityId), refetchInterval: REFETCH_MS });
  return (
    <RowsPanel
      title="Restaurants"
      note="most open orders first"
      testId="restaurants-panel"
      asked={asked}
      zone={filter.zone}
      empty={
        <MessageState
          icon={<Store size={28} aria-hidden />}
          title="No restaurant has features yet"
          detail="They appear with the first order or change of a restaurant."
        />
      }
    >
      <thead>
        <tr>
          <th scope="col">Restaurant</th>
          <th scope="col">Status</th>
          <th scope="col">Open</th>
          <th scope="col">Prep, min</th>
          <th scope="col" className={classes.extra}>
            Orders/h
          </th>
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

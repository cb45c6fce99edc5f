import { useQuery } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { useMemo } from 'react';
import { MessageState } from '@/components';
import { citiesQuery, type CityFilter } from '@/lib/cities';
import { formatCount, formatShare } from '@/lib/format';
import { sentimentQuery, type RestaurantSentiment } from '../api/sentiment';
import { negativeFirst, scoreText, scoreTone } from '../model/sentimentTexts';
import { RowsPanel } from './RowsPanel';
import classes from './RowsPanel.module.css';

/** Reviews are summed up by five minutes: asking more often shows nothing new. */
const REFETCH_MS = 30_000;

function Row({ row, city }: { row: RestaurantSentiment; city: string | undefined }) {
  return (
    <tr data-testid="sentiment-row" data-tone={scoreTone(row)}>
      <th scope="row">
        <span className={classes.name}>
          {city === undefined ? row.name : `${row.name}, ${city}`}
        </span>
        <span className={classes.sub} title={row.topWords.join(', ')}>
          {row.topWords.join(', ')}
        </span>
      </th>
      <td className={classes.score} data-tone={scoreTone(row)}>
        {scoreText(row.score)}
      </td>
      <td>{formatShare(row.negativeShare)}</td>
      <td>{formatCount(row.reviews)}</td>
    </tr>
  );
}

/** What the reviews of the last hours say, restaurant by restaurant. */
export function SentimentPanel({ filter }: { filter: CityFilter }) {
  const asked = useQuery({ ...sentimentQuery(filter.cityId), refetchInterval: REFETCH_MS });
  const { data: cities } = useQuery(citiesQuery);
  const cityNames = useMemo(() => new Map(cities?.map(({ id, name }) => [id, name])), [cities]);
  const rows = useMemo(() => negativeFirst(asked.data?.items ?? []), [asked.data]);
  return (
    <RowsPanel
      title="Sentiment"
      note="reviews of 4 hours, unhappiest first"
      testId="sentiment-panel"
      asked={asked}
      zone={filter.zone}
      empty={
        <MessageState
          icon={<MessageSquareText size={28} aria-hidden />}
          title="No reviews in 4 hours"
          detail="What guests write is summed up here every five minutes."
        />
      }
    >
      <thead>
        <tr>
          <th scope="col">Restaurant, top words</th>
          <th scope="col">Score</th>
          <th scope="col">Negative</th>
          <th scope="col">Reviews</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.restaurantId}
            row={row}
            city={filter.cityId === null ? cityNames.get(row.cityId) : undefined}
          />
        ))}
      </tbody>
    </RowsPanel>
  );
}

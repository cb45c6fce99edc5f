import { describe, expect, it } from 'vitest';
import { z } from '@/lib/schema';
import type { Channel } from './channel';
import { ChannelRows } from './channelRows';

interface Row {
  at: number;
  text: string;
}

function channel(changes: Partial<Channel<Row>> = {}): Channel<Row> {
  return {
    name: 'test',
    schema: z.object({ at: z.number(), text: z.string() }),
    snapshot: 'replace',
    capacity: 10,
    rank: (row) => row.at,
    committedAt: () => null,
    ...changes,
  };
}

const texts = (rows: ChannelRows<Row>) =>
  Object.fromEntries((rows.takeChanged() ?? []).map(({ key, row }) => [key, row.text]));

describe('ChannelRows', () => {
  const deltas = [
    ['a', 1, 'old'],
    ['a', 2, 'newer'],
    ['a', 3, 'newest'],
  ] as const;
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  it.each(orders)('keeps the highest version when deltas arrive as %i %i %i', (...arrival) => {
    const rows = new ChannelRows(channel());
    for (const index of arrival) {
      const [key, version, text] = deltas[index] ?? deltas[0];
      rows.apply(key, version, { at: 1, text });
    }
    expect(texts(rows)).toEqual({ a: 'newest' });
  });

  it('takes a repeated version for known', () => {
    const rows = new ChannelRows(channel());
    expect(rows.apply('a', 5, { at: 1, text: 'first' })).not.toBeNull();
    expect(rows.apply('a', 5, { at: 1, text: 'again' })).toBeNull();
    expect(texts(rows)).toEqual({ a: 'first' });
  });

  it('drops what a replacing snapshot does not name, but no newer version of what it names', () => {
    const rows = new ChannelRows(channel());
    rows.apply('gone', 1, { at: 1, text: 'gone' });
    rows.apply('a', 9, { at: 1, text: 'live' });
    rows.load([
      { key: 'a', version: 4, data: { at: 1, text: 'snapshot' } },
      { key: 'b', version: 4, data: { at: 1, text: 'fresh' } },
    ]);
    expect(texts(rows)).toEqual({ a: 'live', b: 'fresh' });
  });

  it('keeps what a merging snapshot does not name', () => {
    const rows = new ChannelRows(channel({ snapshot: 'merge' }));
    rows.apply('earlier', 1, { at: 1, text: 'earlier' });
    rows.load([{ key: 'b', version: 1, data: { at: 2, text: 'b' } }]);
    expect(texts(rows)).toEqual({ earlier: 'earlier', b: 'b' });
  });

  it('stays within its capacity and gives up the lowest ranks', () => {
    const rows = new ChannelRows(channel({ capacity: 20 }));
    for (let at = 0; at < 1_000; at += 1) rows.apply(String(at), 1, { at, text: '' });
    expect(rows.size).toBeLessThanOrEqual(22);
    expect(Object.keys(texts(rows))).toContain('999');
  });

  it('counts a malformed row and keeps the rest', () => {
    const rows = new ChannelRows(channel());
    rows.load([
      { key: 'bad', version: 1, data: { at: 'never' } },
      { key: 'good', version: 1, data: { at: 1, text: 'good' } },
    ]);
    expect(rows.apply('worse', 1, null)).toBeNull();
    expect(rows.rejected).toBe(2);
    expect(texts(rows)).toEqual({ good: 'good' });
  });

  it('says nothing when nothing changed', () => {
    const rows = new ChannelRows(channel());
    rows.apply('a', 1, { at: 1, text: 'a' });
    expect(rows.takeChanged()).toHaveLength(1);
    expect(rows.takeChanged()).toBeNull();
  });

  it('counts live changes, so that a row can flash', () => {
    const rows = new ChannelRows(channel());
    rows.load([{ key: 'a', version: 1, data: { at: 1, text: 'a' } }]);
    expect(rows.takeChanged()?.[0]?.changes).toBe(0);
    rows.apply('a', 2, { at: 1, text: 'b' });
    expect(rows.takeChanged()?.[0]?.changes).toBe(1);
  });
});

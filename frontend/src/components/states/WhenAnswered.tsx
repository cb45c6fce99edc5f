import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from './MessageState';

/** What of a query decides between waiting, failing and showing. */
interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface WhenAnsweredProps<T> {
  asked: Asked<T>;
  /** Lines of the shape that stands here meanwhile. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** Content that is asked for: its shape while it is awaited, why it failed, then itself. */
export function WhenAnswered<T>({ asked, lines = 5, children }: WhenAnsweredProps<T>) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.error !== null)
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <Stack gap={14} p={16} aria-busy="true" aria-label="Loading" role="status">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={22} />
      ))}
    </Stack>
  );
}

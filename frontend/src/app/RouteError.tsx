import { useRouteError } from 'react-router';
import { ErrorState } from '@/components';

/** What a page shows when it could not be loaded or broke while rendering. */
export function RouteError() {
  const thrown = useRouteError();
  const error = thrown instanceof Error ? thrown : new Error('This page could not be shown.');
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        window.location.reload();
      }}
      fullPage
    />
  );
}

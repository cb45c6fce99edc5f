import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState, PageSkeleton } from '@/components';
import { sessionQuery, signInPath } from '@/lib/session';

/** Shows its children to a signed-in user, and everybody else the way to sign-in and back. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { data: user, error, refetch } = useQuery(sessionQuery);
  const location = useLocation();
  if (user === null)
    return <Navigate to={signInPath(location.pathname + location.search)} replace />;
  if (user !== undefined) return children;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} fullPage />;
  return <PageSkeleton />;
}

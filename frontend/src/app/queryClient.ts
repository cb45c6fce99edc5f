import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/lib/api';
import { endSession } from '@/lib/session';

// Live rows are put into the cache inside an animation frame; in a microtask they are rendered in
// that same frame, where the default (a zero timeout) would cost one more.
notifyManager.setScheduler(queueMicrotask);

const RETRIES = 2;

function worthRetrying(failures: number, error: Error): boolean {
  if (failures >= RETRIES) return false;
  return !(error instanceof ApiError) || ['unavailable', 'unreachable'].includes(error.kind);
}

/** The query cache. A 401 to any request ends the session, which leads to the sign-in page. */
export function createQueryClient(): QueryClient {
  const endWhenSignedOut = (error: Error) => {
    if (error instanceof ApiError && error.kind === 'unauthenticated') endSession(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: endWhenSignedOut }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        // A wrong password at sign-in is an answer, not the end of a session.
        if (mutation.meta?.keepsSession !== true) endWhenSignedOut(error);
      },
    }),
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 2_000, refetchOnWindowFocus: false },
    },
  });
  return client;
}

import { z } from '@/lib/schema';

/** An RFC 9457 answer; fields that a proxy in between may not send are optional. */
const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  part: z.string().optional(),
});

export type ProblemKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'unavailable'
  | 'unreachable'
  | 'unexpected';

/** Why a request failed, typed so that a page can choose what to show. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  /**
   * @param kind what to do about it
   * @param status HTTP status, 0 when there was no answer
   * @param part the store that is down, when the server names one
   */
  constructor(
    readonly kind: ProblemKind,
    readonly status: number,
    message: string,
    readonly part: string | null = null,
  ) {
    super(message);
  }
}

function kindOf(status: number): ProblemKind {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return status >= 400 && status < 500 ? 'invalid' : 'unexpected';
}

/** Reads the problem that a failed response carries; a body that is none still gives an error. */
export async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  const { title, detail, part } = problem.success ? problem.data : {};
  const message = detail ?? title ?? `The server answered ${String(response.status)}.`;
  return new ApiError(kindOf(response.status), response.status, message, part ?? null);
}

import type { z } from '@/lib/schema';
import { ApiError, problemOf } from './problem';

const BASE = '/api/v1';
const TIMEOUT_MS = 10_000;

export type QueryParameters = Record<string, string | number | null | undefined>;

function urlOf(path: string, parameters: QueryParameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`;
}

type Call = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

async function send(url: string, init: Call, signal?: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      ...init,
      headers: { Accept: 'application/json', ...init.headers },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
  } catch (cause) {
    // An abort by the caller is not a failure of the server: the query cache knows what to do.
    if (signal?.aborted === true) throw cause;
    const slow = timeout.aborted;
    throw new ApiError(
      'unreachable',
      0,
      slow ? 'The server did not answer within 10 s.' : 'The server cannot be reached.',
    );
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function parse<T>(response: Response, schema: z.ZodType<T>, url: string): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  throw new ApiError('unexpected', response.status, `${url} answered in an unknown form${where}.`);
}

/** GET and parse. @throws {ApiError} */
export async function get<T>(
  path: string,
  schema: z.ZodType<T>,
  parameters: QueryParameters = {},
  signal?: AbortSignal,
): Promise<T> {
  const url = urlOf(path, parameters);
  return parse(await send(url, { method: 'GET' }, signal), schema, url);
}

function jsonPost(body: unknown): Call {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** POST JSON and parse the answer. @throws {ApiError} */
export async function post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
  const url = urlOf(path, {});
  return parse(await send(url, jsonPost(body)), schema, url);
}

/** POST JSON where success has no body. @throws {ApiError} */
export async function postForNothing(path: string, body: unknown): Promise<void> {
  await send(urlOf(path, {}), jsonPost(body));
}

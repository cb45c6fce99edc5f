import { post } from '@/lib/api';
import { z } from '@/lib/schema';
import { releaseSchema, type Role } from './versions';

const outcomeSchema = z.object({ release: releaseSchema, announced: z.boolean() });

/** What was released; `announced` is false where the jobs are told later, as Kafka does not answer. */
export type Released = z.infer<typeof outcomeSchema>;

/** Gives a version a role, a second from now. @throws {ApiError} */
export function promote(version: string, role: Role): Promise<Released> {
  return post(`/model/${encodeURIComponent(version)}/promote`, { role }, outcomeSchema);
}

/** Brings the former champion back, at once. @throws {ApiError} */
export function rollBack(): Promise<Released> {
  return post('/model/rollback', {}, outcomeSchema);
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { promote, rollBack } from '../api/releases';
import { versionsQuery, type Role } from '../api/versions';

/** A change of roles that a person is asked to confirm. */
export type Intent =
  | { readonly kind: 'promote'; readonly version: string; readonly role: Role }
  | { readonly kind: 'rollback' };

/** Carries a confirmed change out; the versions are asked for anew afterwards. */
export function useRelease() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (intent: Intent) =>
      intent.kind === 'rollback' ? rollBack() : promote(intent.version, intent.role),
    onSuccess: () => client.invalidateQueries({ queryKey: versionsQuery.queryKey }),
  });
}

import { StateWord } from '@/components';
import type { Role } from '../api/versions';

/** The role that a version plays, nothing where it plays none. */
export function RoleBadge({ role }: { role: Role | null }) {
  if (role === null) return null;
  return role === 'champion' ? (
    <StateWord tone="good" label="Champion" />
  ) : (
    <StateWord tone="info" label="Challenger" />
  );
}

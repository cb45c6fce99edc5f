import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { Health } from '@/lib/platform';
import classes from './StateBadge.module.css';

const icons = { good: CircleCheck, warn: CircleAlert, bad: CircleX, unknown: CircleHelp } as const;

/** A state by icon, word and colour, so that colour alone carries nothing. */
export function StateBadge({ health, label }: { health: Health; label: string }) {
  const Icon = icons[health];
  return (
    <span className={classes.badge} data-health={health}>
      <Icon size={14} aria-hidden />
      {label}
    </span>
  );
}

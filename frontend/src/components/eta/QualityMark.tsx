import { Tooltip } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { reasonText } from '@/lib/predictions';
import classes from './QualityMark.module.css';

interface QualityMarkProps {
  degraded: boolean;
  capped: boolean;
  reasons: readonly string[];
}

/** Marks a prediction that lacked something or was clipped, and says why; nothing for a sound one. */
export function QualityMark({ degraded, capped, reasons }: QualityMarkProps) {
  if (!degraded && !capped) return null;
  const what = degraded ? 'Degraded' : 'Capped';
  const why = reasons.map(reasonText).join('; ');
  const label = why === '' ? what : `${what}: ${why}`;
  return (
    <Tooltip
      label={label}
      multiline
      maw={280}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <span
        className={classes.mark}
        tabIndex={0}
        role="img"
        aria-label={label}
        data-testid="degraded"
      >
        <CircleAlert size={13} aria-hidden />
      </span>
    </Tooltip>
  );
}

import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { outlookText, type Outlook } from '@/lib/predictions';
import classes from './OutlookWord.module.css';

const icons = { late: TriangleAlert, at_risk: CircleHelp, in_time: CircleCheck } as const;

/** How a prediction stands to the promise, by icon, word and colour. */
export function OutlookWord({ outlook }: { outlook: Outlook }) {
  if (outlook.kind === 'none') return null;
  const Icon = icons[outlook.kind];
  return (
    <span className={classes.word} data-outlook={outlook.kind}>
      <Icon size={12} aria-hidden />
      {outlookText(outlook)}
    </span>
  );
}

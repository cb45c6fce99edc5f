import classes from './StateWord.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'muted';

/** A state in a word on its colour. */
export function StateWord({ label, tone }: { label: string; tone: Tone }) {
  return (
    <span className={classes.word} data-tone={tone}>
      {label}
    </span>
  );
}

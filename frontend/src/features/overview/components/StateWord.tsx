import type { EntityState } from '../model/entityStates';
import classes from './StateWord.module.css';

/** A state in a word on its colour. */
export function StateWord({ state }: { state: EntityState }) {
  return (
    <span className={classes.word} data-tone={state.tone}>
      {state.label}
    </span>
  );
}

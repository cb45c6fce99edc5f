import classes from './SignInPage.module.css';

export function Brand() {
  return (
    <div className={classes.brand}>
      <img src="/favicon.svg" alt="" width={40} height={40} />
      <div>
        <h1 className={classes.name}>Flavor Trend</h1>
        <p className={classes.claim}>Sign in to the control room</p>
      </div>
    </div>
  );
}

"""The search for parameters: Optuna's TPE, seeded, with trials that fall behind given up early."""

from dataclasses import dataclass

import lightgbm as lgb
import optuna

from flavor_training import boosting
from flavor_training.boosting import Params
from flavor_training.progress import say

_REPORT_EVERY = 20


@dataclass(frozen=True)
class Space:
    """How large a model may become, and how fast it has to learn for it.

    Args:
        rounds: trees at most
        rates: least, usual and highest learning rate
        leaves: fewest, usual and most leaves of a tree
    """

    rounds: int = boosting.ROUNDS
    rates: tuple[float, float, float] = (0.02, 0.04, 0.15)
    leaves: tuple[int, int, int] = (7, 23, 63)


@dataclass(frozen=True)
class Tuned:
    """The best parameters, the rounds they need, and the error of every completed trial."""

    params: Params
    rounds: int
    mae: float
    history: list[float]


def search(
    train: lgb.Dataset,
    valid: lgb.Dataset,
    trials: int,
    seed: int,
    objectives: tuple[str, ...] = ("l1",),
    space: Space = Space(),
) -> Tuned:
    """Find the parameters with the least absolute error on the validation rows."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        direction="minimize",
        sampler=optuna.samplers.TPESampler(seed=seed),
        pruner=optuna.pruners.MedianPruner(n_startup_trials=5, n_warmup_steps=60),
    )
    study.enqueue_trial(_usual(objectives, space))

    def objective(trial: optuna.Trial) -> float:
        params = boosting.fixed(seed) | _suggest(trial, objectives, space)
        booster = lgb.train(
            params,
            train,
            space.rounds,
            valid_sets=[valid],
            callbacks=[
                lgb.early_stopping(boosting.PATIENCE, verbose=False),
                lambda env: _report(trial, env),
            ],
        )
        trial.set_user_attr("rounds", max(1, booster.best_iteration))
        return float(booster.best_score["valid_0"]["l1"])

    study.optimize(objective, n_trials=trials, callbacks=[_tell(trials)])
    best = study.best_trial
    return Tuned(
        boosting.fixed(seed) | _expand(best.params, objectives),
        best.user_attrs["rounds"],
        float(best.value or 0.0),
        [
            float(t.value)
            for t in study.trials
            if t.state.name == "COMPLETE" and t.value is not None
        ],
    )


def _usual(objectives: tuple[str, ...], space: Space) -> Params:
    """Parameters that do well on most tables, tried first so that few trials suffice."""
    usual: Params = {
        "learning_rate": space.rates[1],
        "num_leaves": space.leaves[1],
        "min_data_in_leaf": 25,
        "feature_fraction": 0.8,
        "bagging_fraction": 0.8,
        "lambda_l2": 1.0,
        "cat_smooth": 20.0,
        "extra_trees": False,
    }
    return usual | ({"objective": objectives[0]} if len(objectives) > 1 else {})


def _suggest(trial: optuna.Trial, objectives: tuple[str, ...], space: Space) -> Params:
    slowest, _, fastest = space.rates
    fewest, _, most = space.leaves
    params: Params = {
        "learning_rate": trial.suggest_float("learning_rate", slowest, fastest, log=True),
        "num_leaves": trial.suggest_int("num_leaves", fewest, most, log=True),
        "min_data_in_leaf": trial.suggest_int("min_data_in_leaf", 10, 120, log=True),
        "feature_fraction": trial.suggest_float("feature_fraction", 0.25, 1.0),
        "bagging_fraction": trial.suggest_float("bagging_fraction", 0.5, 1.0),
        "lambda_l2": trial.suggest_float("lambda_l2", 0.01, 20.0, log=True),
        "cat_smooth": trial.suggest_float("cat_smooth", 1.0, 100.0, log=True),
        "extra_trees": trial.suggest_categorical("extra_trees", [False, True]),
    }
    if len(objectives) > 1:
        params["objective"] = trial.suggest_categorical("objective", list(objectives))
    return _expand(params, objectives)


def _expand(params: Params, objectives: tuple[str, ...]) -> Params:
    return {"bagging_freq": 1, "objective": objectives[0]} | params


def _report(trial: optuna.Trial, env: lgb.callback.CallbackEnv) -> None:
    """Tell Optuna how a trial does, and end it when that is worse than most were by then."""
    if env.iteration % _REPORT_EVERY:
        return
    trial.report(env.evaluation_result_list[0][2], env.iteration)
    if trial.should_prune():
        raise optuna.TrialPruned


def _tell(trials: int) -> "optuna.study.study.Callable":  # type: ignore[name-defined]
    step = max(1, trials // 10)

    def callback(study: optuna.Study, trial: optuna.trial.FrozenTrial) -> None:
        done = trial.number + 1
        if done % step == 0 or done == trials:
            say(f"trial {done} of {trials}, best MAE so far {study.best_value:.4f}")

    return callback

"""Fits a flat weekly series with Meridian and prints what its channels contributed, as JSON.

usage: meridian_fit.py TASK.json
"""

import json
import os
import resource
import sys
import time
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import meridian
import numpy as np
from meridian.analysis import analyzer
from meridian.data import load
from meridian.model import model, spec

warnings.filterwarnings("ignore")


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    with open(sys.argv[1]) as file:
        task = json.load(file)
    names = task["channels"]
    data = load.CsvDataLoader(
        csv_path=task["csv"],
        kpi_type="non_revenue",
        coord_to_columns=load.CoordToColumns(
            time=task["date"],
            controls=task["controls"],
            kpi=task["outcome"],
            revenue_per_kpi=task["worth"],
            media=[f"{name}_impression" for name in names],
            media_spend=[f"{name}_spend" for name in names],
        ),
        media_to_channel={f"{name}_impression": name for name in names},
        media_spend_to_channel={f"{name}_spend": name for name in names},
    ).load()
    fitted = model.Meridian(data, model_spec=spec.ModelSpec(max_lag=task["memory"], knots=task["knots"]))
    wall, cpu = time.time(), cpu_seconds()
    fitted.sample_posterior(
        n_chains=2, n_adapt=task["tune"], n_burnin=task["tune"] // 2, n_keep=task["draws"], seed=1
    )
    wall, cpu = time.time() - wall, cpu_seconds() - cpu
    asked = analyzer.Analyzer(fitted)
    caused = np.asarray(asked.incremental_outcome(use_kpi=True))
    caused = caused.reshape(-1, caused.shape[-1])
    worst = max(float(np.nanmax(np.asarray(values))) for values in asked.get_rhat().values())
    channels = []
    for c, name in enumerate(names):
        low, high = np.quantile(caused[:, c], [0.05, 0.95])
        channels.append({"column": name, "low": float(low), "mean": float(caused[:, c].mean()), "high": float(high)})
    json.dump(
        {"version": meridian.__version__, "wall": wall, "cpu": cpu, "channels": channels, "rHat": worst},
        sys.stdout,
    )


if __name__ == "__main__":
    main()

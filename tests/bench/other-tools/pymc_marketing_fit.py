"""Fits a flat series with PyMC-Marketing and prints what its channels contributed, as JSON.

usage: pymc_marketing_fit.py TASK.json
"""

import json
import resource
import sys
import time
import warnings

import arviz as az
import numpy as np
import pandas as pd
import pymc_marketing
from pymc_marketing.mmm import MMM, GeometricAdstock, LogisticSaturation

warnings.filterwarnings("ignore")


def cpu_seconds():
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main():
    with open(sys.argv[1]) as file:
        task = json.load(file)
    data = pd.read_csv(task["csv"], parse_dates=[task["date"]])
    data["trend"] = np.linspace(0, 1, len(data))
    controls = ["trend", *task["controls"]]
    if task["grain"] == "day":
        for day in range(1, 7):
            data[f"weekday_{day}"] = (data[task["date"]].dt.dayofweek == day).astype(float)
            controls.append(f"weekday_{day}")
    model = MMM(
        date_column=task["date"],
        channel_columns=task["channels"],
        control_columns=controls,
        yearly_seasonality=task["harmonics"],
        adstock=GeometricAdstock(l_max=task["memory"]),
        saturation=LogisticSaturation(),
    )
    wall, cpu = time.time(), cpu_seconds()
    model.fit(
        data[[task["date"], *task["channels"], *controls]],
        data[task["outcome"]].to_numpy(),
        nuts_sampler="nutpie",
        chains=2,
        tune=task["tune"],
        draws=task["draws"],
        random_seed=1,
        progressbar=False,
    )
    wall, cpu = time.time() - wall, cpu_seconds() - cpu
    totals = model.compute_channel_contribution_original_scale().sum("date")
    stacked = totals.stack(sample=("chain", "draw"))
    summary = az.summary(model.idata, var_names=["adstock_alpha", "saturation_beta", "saturation_lam"])
    channels = []
    for channel in task["channels"]:
        draws = stacked.sel(channel=channel).to_numpy()
        low, high = np.quantile(draws, [0.05, 0.95])
        channels.append({"column": channel, "low": low, "mean": draws.mean(), "high": high})
    json.dump(
        {
            "version": pymc_marketing.__version__,
            "wall": wall,
            "cpu": cpu,
            "channels": channels,
            "rHat": float(summary["r_hat"].max()),
            "divergences": int(model.idata.sample_stats["diverging"].sum()),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()

"""Runs a dbt project; prints JSON: seconds by the clock, cpu_seconds of all threads, peak_mb.

usage: run.py PROJECT
"""

import json
import os
import resource
import sys
import time

from dbt.cli.main import dbtRunner

project = sys.argv[1]
os.chdir(project)
started = time.perf_counter()
result = dbtRunner().invoke(
    ["--quiet", "--no-send-anonymous-usage-stats", "run", "--project-dir", project, "--profiles-dir", project]
)
if not result.success:
    raise SystemExit(str(result.exception or [r.message for r in result.result if r.message]))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - started,
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "peak_mb": round(usage.ru_maxrss / 1024),
        }
    )
)

"""Runs carbonbook's nightly job and the weekly clean-up from Airflow 2.4 or newer, Airflow 3 included.

Copy this file into Airflow's DAG folder. CARBONBOOK_HOME, CARBONBOOK_LANDING and CARBONBOOK_LAKE are read from the
environment of the workers. The workers need the folders, JDK 17, and a built carbonbook.

A job is one task. carbonbook orders its own steps, skips fresh ones, resumes after a failure and holds the lock on the lake, so
that a retry of the task continues where the failed run stopped.
"""

import os
import subprocess
from datetime import datetime, timedelta

from airflow.exceptions import AirflowFailException

try:
    from airflow.sdk import dag, task
except ImportError:  # Airflow 2
    from airflow.decorators import dag, task

HOME = os.environ.get("CARBONBOOK_HOME", "/opt/carbonbook")
LANDING = os.environ.get("CARBONBOOK_LANDING", "/data/landing")
LAKE = os.environ.get("CARBONBOOK_LAKE", "/data/lake")

# Exit code 2 is wrong usage, 3 means that a check of severity ERROR holds the release back. A retry changes neither.
FINAL = {
    2: "wrong usage or configuration, see the log",
    3: "no release was published because of an ERROR: run 'carbonbook notices --severity ERROR'",
}

DEFAULTS = {"owner": "carbonbook", "retries": 2, "retry_delay": timedelta(minutes=10)}


def carbonbook(*arguments):
    """Runs one command and passes its lines on to the log of the task."""
    command = [f"{HOME}/bin/carbonbook", "--landing", LANDING, "--lake", LAKE, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout:
            print(line, end="", flush=True)
    if process.returncode in FINAL:
        raise AirflowFailException(FINAL[process.returncode])
    if process.returncode != 0:
        raise RuntimeError(f"carbonbook ended with exit code {process.returncode}")


@dag(schedule="30 2 * * *", start_date=datetime(2024, 1, 1), catchup=False, max_active_runs=1, default_args=DEFAULTS)
def carbonbook_nightly():
    """Archives what arrived, computes what is stale, publishes a release."""

    @task(execution_timeout=timedelta(hours=6))
    def run():
        carbonbook("run", "nightly", "--wait", "60")

    run()


@dag(schedule="0 5 * * 0", start_date=datetime(2024, 1, 1), catchup=False, max_active_runs=1, default_args=DEFAULTS)
def carbonbook_tidy():
    """Deletes releases that conf/retention.yaml does not keep, and compacts tables."""

    @task
    def tidy():
        carbonbook("tidy", "--wait", "120")

    tidy()


carbonbook_nightly()
carbonbook_tidy()

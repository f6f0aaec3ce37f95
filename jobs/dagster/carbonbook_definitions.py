"""Runs carbonbook's nightly job from Dagster 1.6 or newer, and shows every mart as an asset.

Start it with: dagster dev -f jobs/dagster/carbonbook_definitions.py
CARBONBOOK_HOME, CARBONBOOK_LANDING and CARBONBOOK_LAKE are read from the environment. The machine needs JDK 17 and a built
carbonbook.

The marts are materialised together by one run, because carbonbook publishes them together. carbonbook decides which of its
steps are stale; Dagster decides when a run starts and repeats a failed one.
"""

import os
import subprocess
from pathlib import Path

import dagster as dg

HOME = os.environ.get("CARBONBOOK_HOME", "/opt/carbonbook")
LANDING = os.environ.get("CARBONBOOK_LANDING", "/data/landing")
LAKE = os.environ.get("CARBONBOOK_LAKE", "/data/lake")
CONF = os.environ.get("CARBONBOOK_CONF", f"{HOME}/conf")

# Exit code 2 is wrong usage, 3 means that a check of severity ERROR holds the release back. A retry changes neither.
FINAL = {
    2: "wrong usage or configuration, see the log",
    3: "no release was published because of an ERROR: run 'carbonbook notices --severity ERROR'",
}

MARTS = sorted(file.stem for file in Path(CONF, "marts").glob("*.sql"))


def carbonbook(log, *arguments):
    """Runs one command and passes its lines on to the log of the run."""
    command = [f"{HOME}/bin/carbonbook", "--conf", CONF, "--landing", LANDING, "--lake", LAKE, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout:
            log.info(line.rstrip())
    if process.returncode in FINAL:
        raise dg.Failure(FINAL[process.returncode], allow_retries=False)
    if process.returncode != 0:
        raise dg.Failure(f"carbonbook ended with exit code {process.returncode}")


@dg.multi_asset(
    specs=[dg.AssetSpec(["mart", mart], group_name="carbonbook") for mart in MARTS],
    retry_policy=dg.RetryPolicy(max_retries=2, delay=600),
    op_tags={"dagster/concurrency_key": "carbonbook"},
)
def marts(context):
    """All marts of the nightly job."""
    carbonbook(context.log, "run", "nightly", "--wait", "60")
    for mart in MARTS:
        yield dg.MaterializeResult(asset_key=["mart", mart])


nightly = dg.define_asset_job("carbonbook_nightly", selection=[marts])

defs = dg.Definitions(
    assets=[marts],
    jobs=[nightly],
    schedules=[dg.ScheduleDefinition(job=nightly, cron_schedule="30 2 * * *")],
)

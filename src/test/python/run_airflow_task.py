"""Loads the DAG file and runs one task; prints how Airflow would treat its outcome."""

import sys

sys.path.insert(0, sys.argv[1])
import carbonbook_nightly
from airflow.exceptions import AirflowFailException
from airflow.sdk import DAGS

nightly = DAGS["carbonbook_nightly"]
print("schedule", nightly["schedule"])
try:
    nightly["tasks"]["run"]()
    print("success")
except AirflowFailException as failure:
    print("failed for good:", failure)
except RuntimeError as failure:
    print("retried:", failure)

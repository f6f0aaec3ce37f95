"""Loads the definitions and materialises the marts; prints how Dagster would treat the outcome."""

import logging
import sys
from types import SimpleNamespace

sys.path.insert(0, sys.argv[1])
import carbonbook_definitions as definitions
import dagster

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(message)s")
print("schedule", definitions.defs.schedules[0].cron_schedule)
try:
    results = list(definitions.marts(SimpleNamespace(log=logging.getLogger())))
    print("success", len(results), "of", len(definitions.marts.specs))
except dagster.Failure as failure:
    print("retried:" if failure.allow_retries else "failed for good:", failure)

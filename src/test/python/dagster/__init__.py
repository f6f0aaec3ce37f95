"""Stand-in for Dagster's API, as far as jobs/dagster uses it."""

from collections import namedtuple

AssetSpec = namedtuple("AssetSpec", "key group_name")
RetryPolicy = namedtuple("RetryPolicy", "max_retries delay")
MaterializeResult = namedtuple("MaterializeResult", "asset_key")
ScheduleDefinition = namedtuple("ScheduleDefinition", "job cron_schedule")
Definitions = namedtuple("Definitions", "assets jobs schedules")


class Failure(Exception):
    def __init__(self, description, allow_retries=True):
        super().__init__(description)
        self.allow_retries = allow_retries


def multi_asset(specs, retry_policy, op_tags):
    def decorate(function):
        function.specs = specs
        return function

    return decorate


def define_asset_job(name, selection):
    return name

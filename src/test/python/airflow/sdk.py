DAGS = {}


def dag(schedule, start_date, catchup, max_active_runs, default_args):
    def decorate(function):
        def build():
            DAGS[function.__name__] = {"schedule": schedule, "tasks": {}}
            function()

        return build

    return decorate


def task(function=None, execution_timeout=None):
    def decorate(decorated):
        def register():
            DAGS[list(DAGS)[-1]]["tasks"][decorated.__name__] = decorated

        return register

    return decorate(function) if function else decorate

"""Stand-in for Airflow's API, as far as jobs/airflow uses it: a task runs when its DAG is built."""

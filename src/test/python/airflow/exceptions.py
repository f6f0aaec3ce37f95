class AirflowFailException(Exception):
    """Fails a task without retries."""

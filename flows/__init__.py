"""Prefect flows and tasks, schedules, settings, the `shizheng` command line. Importing this package imports no Prefect."""

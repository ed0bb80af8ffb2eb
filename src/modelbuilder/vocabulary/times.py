"""When a model holds, in the plan of those who draw it."""

TIMES: dict[str, str] = {"today": "Today", "interim": "Interim", "target": "Target"}

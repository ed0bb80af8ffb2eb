"""How the names of our files end."""

SUFFIX = ".leadership"
CHART_SUFFIX = ".chart"

"""The chart notation: a leadership model as plain text."""

"""Sizes, arrangement, routes, snapping and lines of text: arithmetic only."""

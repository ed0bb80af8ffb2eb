"""Gestures, tools and history: every change a person makes, without a window."""

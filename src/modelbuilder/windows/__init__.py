"""The window around the canvas: panels, dialogs, start page."""

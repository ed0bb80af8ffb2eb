"""The skin of the canvas: events in, items out."""

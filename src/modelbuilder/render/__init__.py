"""Marks turned into files: PDF, PNG and SVG."""

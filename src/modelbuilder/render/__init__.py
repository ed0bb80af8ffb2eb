"""Marks turned into files: PDF and PNG."""

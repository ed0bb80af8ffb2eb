"""The document: one immutable value, its pure edits, patches, files and text notation."""

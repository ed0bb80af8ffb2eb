"""The field's words as data: roles, bodies, groups, lines and the facts of a school."""

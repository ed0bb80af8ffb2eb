"""Draw leadership models of schools, federations and trusts, and follow every line of accountability."""

__version__ = "0.1.0"

"""Rows for tests, made through the desk's own actions."""

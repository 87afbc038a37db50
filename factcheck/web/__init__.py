"""Pages: one blueprint a noun."""

from flask import Flask

from factcheck.config import Settings


def init_app(app: Flask, settings: Settings) -> None:
    """Hang the pages on the app."""

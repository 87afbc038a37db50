"""Help: the keys of the workbench, and the words of the desk."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from factcheck.rules.scales import PRESETS
from factcheck.web.keymap import spoken_keymap

bp = Blueprint("help", __name__)


@bp.get("/keys")
def keys() -> ResponseReturnValue:
    """List the keys."""
    return render_template("help/keys.html", keymap=spoken_keymap())


@bp.get("/words")
def words() -> ResponseReturnValue:
    """Say what the desk's words mean."""
    return render_template("help/words.html", scales=PRESETS.values())

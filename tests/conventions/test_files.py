"""Files stay short, and every module says what it is for."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300


def python_files(*rooms: str) -> dict[str, str]:
    """Return the text of each Python file in these rooms, by its path."""
    found = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8")
        for room in rooms
        for file in sorted((ROOT / room).rglob("*.py"))
    }
    assert found, f"there is no Python file in {rooms}"
    return found


def test_no_file_is_too_long_to_hold_in_mind():
    files = python_files("factcheck", "tests")
    lengths = {path: len(text.splitlines()) for path, text in files.items()}
    assert {path: n for path, n in lengths.items() if n > LONGEST} == {}


def test_every_module_opens_with_a_sentence_about_itself():
    silent = [
        path
        for path, text in python_files("factcheck").items()
        if text.strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_no_module_is_named_for_leftovers():
    leftovers = {"utils", "util", "helpers", "misc", "common"}
    paths = map(Path, python_files("factcheck", "tests"))
    assert [path for path in paths if leftovers & {path.stem, path.parent.name}] == []

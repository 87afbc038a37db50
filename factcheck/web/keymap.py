"""The reviewer's keys, in one place: dialog, help page, labels and script read this."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

_SHOWN = {
    "ArrowDown": "↓",
    "ArrowUp": "↑",
    "ArrowLeft": "←",
    "ArrowRight": "→",
    "Enter": "↵",
    "Escape": "Esc",
    "Delete": "Del",
    "Shift": "⇧",
    "Digit": "1–9",  # noqa: RUF001 (a range)
}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a reviewer can do by key.

    Attributes:
        action: its name in the script; "" for what the browser does.
        keys: each as KeyboardEvent.key names it, with "Ctrl+" or "Shift+" before it.
            A capital letter is the letter with Shift. "Digit" is any digit from 1.
        what: in words.
    """

    action: str
    keys: tuple[str, ...]
    what: str

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """Each way to press it, as the caps of the keys."""
        return tuple(_caps(key) for key in self.keys)


@dataclass(frozen=True, slots=True)
class Section:
    """Keys that belong together."""

    title: str
    shortcuts: tuple[Shortcut, ...]


KEYMAP: tuple[Section, ...] = (
    Section(
        "Move",
        (
            Shortcut("down", ("j", "ArrowDown"), "Next sentence"),
            Shortcut("up", ("k", "ArrowUp"), "Sentence before"),
            Shortcut("next", ("n",), "Next claim to check"),
            Shortcut("previous", ("p",), "Claim before"),
            Shortcut("first", ("Home",), "First sentence"),
            Shortcut("last", ("End",), "Last sentence"),
            Shortcut("leave", ("Escape",), "Leave a field; clear the selection"),
        ),
    ),
    Section(
        "Sort sentences",
        (
            Shortcut("claim", ("c",), "A claim"),
            Shortcut("opinion", ("o",), "Not a claim: opinion"),
            Shortcut("digit", ("Digit",), "Not a claim: the reason with this number"),
            Shortcut("unsort", ("r",), "Back to be sorted"),
            Shortcut("extend_down", ("J", "Shift+ArrowDown"), "Select on, downwards"),
            Shortcut("extend_up", ("K", "Shift+ArrowUp"), "Select on, upwards"),
            Shortcut("select", ("x",), "Select or drop this one"),
            Shortcut("select_all", ("a",), "Select all still to sort"),
            Shortcut("select_suggested", ("A",), "Select those suggested as claims"),
        ),
    ),
    Section(
        "Words of a claim",
        (
            Shortcut("words", ("w",), "Choose the words of the claim"),
            Shortcut("mark", ("m",), "Mark another claim in this sentence"),
            Shortcut("withdraw", ("Delete",), "Take the mark back"),
            Shortcut("", ("ArrowLeft", "ArrowRight"), "Choosing: move the first word"),
            Shortcut(
                "",
                ("Shift+ArrowLeft", "Shift+ArrowRight"),
                "Choosing: move the last word",
            ),
            Shortcut("", ("Enter",), "Choosing: use these words"),
            Shortcut("", ("Escape",), "Choosing: leave as it was"),
        ),
    ),
    Section(
        "Sentence or paragraph wrong",
        (
            Shortcut("split", ("b",), "Split the sentence in two: choose where"),
            Shortcut("join", ("u",), "Join it with the next sentence"),
            Shortcut("kind", ("h",), "Heading, byline, quotation: say what it is"),
            Shortcut("", ("ArrowLeft", "ArrowRight"), "Splitting: move the place"),
            Shortcut("", ("Enter",), "Splitting: split here"),
        ),
    ),
    Section(
        "Check a claim",
        (
            Shortcut("statement", ("t",), "Statement"),
            Shortcut("digit", ("Digit",), "The verdict with this number"),
            Shortcut("no_verdict", ("0",), "No verdict"),
            Shortcut("finding", ("f",), "Finding"),
            Shortcut("source", ("s",), "Add a source"),
            Shortcut("", ("Ctrl+v",), "Paste an address as a source, anywhere"),
            Shortcut("explanation", ("e",), "Explanation"),
            Shortcut("look", ("l",), "Ask for a second look"),
        ),
    ),
    Section(
        "Finish",
        (
            Shortcut(
                "save_next", ("Ctrl+Enter",), "Save and go to next; in fields too"
            ),
            Shortcut("save", ("Ctrl+s",), "Save; in fields too"),
            Shortcut("undo", ("z",), "Undo"),
            Shortcut("keys", ("?",), "This list"),
        ),
    ),
)
ALWAYS = frozenset(("save_next", "save", "leave"))


def bindings() -> Mapping[str, str]:
    """Return the action of each key, for the script."""
    return {
        key: shortcut.action
        for section in KEYMAP
        for shortcut in section.shortcuts
        for key in shortcut.keys
        if shortcut.action
    }


def key_cap(action: str) -> Markup:
    """Print the first key of an action on its control."""
    shortcut = next(
        s for section in KEYMAP for s in section.shortcuts if s.action == action
    )
    caps = " ".join(shortcut.shown[0])
    return Markup('<kbd aria-hidden="true">{}</kbd>').format(escape(caps))


def _caps(key: str) -> tuple[str, ...]:
    *modifiers, last = key.split("+")
    if len(last) == 1 and last.isupper():
        modifiers.append("Shift")
        last = last.lower()
    return tuple(_SHOWN.get(part, part) for part in (*modifiers, last))

"""The reviewer's keys, in one place: dialog, help page, labels and script read this."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from factcheck.translating import N_, _

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
        N_("Move"),
        (
            Shortcut("down", ("j", "ArrowDown"), N_("Next sentence")),
            Shortcut("up", ("k", "ArrowUp"), N_("Sentence before")),
            Shortcut("next", ("n",), N_("Next claim to check")),
            Shortcut("previous", ("p",), N_("Claim before")),
            Shortcut("first", ("Home",), N_("First sentence")),
            Shortcut("last", ("End",), N_("Last sentence")),
            Shortcut("leave", ("Escape",), N_("Leave a field; clear the selection")),
        ),
    ),
    Section(
        N_("Sort sentences"),
        (
            Shortcut("claim", ("c",), N_("A claim")),
            Shortcut("opinion", ("o",), N_("Not a claim: opinion")),
            Shortcut(
                "digit", ("Digit",), N_("Not a claim: the reason with this number")
            ),
            Shortcut("unsort", ("r",), N_("Back to be sorted")),
            Shortcut(
                "extend_down", ("J", "Shift+ArrowDown"), N_("Select on, downwards")
            ),
            Shortcut("extend_up", ("K", "Shift+ArrowUp"), N_("Select on, upwards")),
            Shortcut("select", ("x",), N_("Select or drop this one")),
            Shortcut("select_all", ("a",), N_("Select all still to sort")),
            Shortcut(
                "select_suggested", ("A",), N_("Select those suggested as claims")
            ),
        ),
    ),
    Section(
        N_("Words of a claim"),
        (
            Shortcut("words", ("w",), N_("Choose the words of the claim")),
            Shortcut("mark", ("m",), N_("Mark another claim in this sentence")),
            Shortcut("withdraw", ("Delete",), N_("Take the mark back")),
            Shortcut(
                "", ("ArrowLeft", "ArrowRight"), N_("Choosing: move the first word")
            ),
            Shortcut(
                "",
                ("Shift+ArrowLeft", "Shift+ArrowRight"),
                N_("Choosing: move the last word"),
            ),
            Shortcut("", ("Enter",), N_("Choosing: use these words")),
            Shortcut("", ("Escape",), N_("Choosing: leave as it was")),
        ),
    ),
    Section(
        N_("Sentence or paragraph wrong"),
        (
            Shortcut("split", ("b",), N_("Split the sentence in two: choose where")),
            Shortcut("join", ("u",), N_("Join it with the next sentence")),
            Shortcut("kind", ("h",), N_("Heading, byline, quotation: say what it is")),
            Shortcut("", ("ArrowLeft", "ArrowRight"), N_("Splitting: move the place")),
            Shortcut("", ("Enter",), N_("Splitting: split here")),
        ),
    ),
    Section(
        N_("Check a claim"),
        (
            Shortcut("statement", ("t",), N_("Statement")),
            Shortcut("digit", ("Digit",), N_("The verdict with this number")),
            Shortcut("no_verdict", ("0",), N_("No verdict")),
            Shortcut("finding", ("f",), N_("Finding")),
            Shortcut("source", ("s",), N_("Add a source")),
            Shortcut("", ("Ctrl+v",), N_("Paste an address as a source, anywhere")),
            Shortcut("explanation", ("e",), N_("Explanation")),
            Shortcut("look", ("l",), N_("Ask for a second look")),
            Shortcut("earlier", ("v",), N_("Earlier verdicts on similar claims")),
        ),
    ),
    Section(
        N_("Finish"),
        (
            Shortcut(
                "save_next", ("Ctrl+Enter",), N_("Save and go to next; in fields too")
            ),
            Shortcut("save", ("Ctrl+s",), N_("Save; in fields too")),
            Shortcut("undo", ("z",), N_("Undo")),
            Shortcut("keys", ("?",), N_("This list")),
        ),
    ),
)
ALWAYS = frozenset(("save_next", "save", "leave"))


def spoken_keymap() -> tuple[Section, ...]:
    """Return the keys with what they do in the language that is spoken."""
    return tuple(
        Section(
            _(section.title),
            tuple(replace(key, what=_(key.what)) for key in section.shortcuts),
        )
        for section in KEYMAP
    )


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

"""Where a desk says how it works, as pages and files print it."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """A desk's name and its own pages; "" for one that readers cannot reach.

    Attributes:
        desk: what it is called.
        home: the root of its site.
        method: how the desk checks.
        scale: what its verdicts mean.
        policy: how it corrects.
        corrections: what it corrected so far.
        report: where readers tell it about an error in this essay.
        essay: its published page, without a number of an edition.
        claims: of this essay, up to a claim's number.
    """

    desk: str = ""
    home: str = ""
    method: str = ""
    scale: str = ""
    policy: str = ""
    corrections: str = ""
    report: str = ""
    essay: str = ""
    claims: str = ""

    @property
    def links(self) -> Sequence[Link]:
        """Those there are, with what to call them."""
        named = (
            Link(_("How this desk checks"), self.method),
            Link(_("What the verdicts mean"), self.scale),
            Link(_("How it corrects"), self.policy),
            Link(_("Corrections so far"), self.corrections),
            Link(_("Tell us about an error"), self.report),
        )
        return [link for link in named if link.href]

    def claim(self, number: int) -> str:
        """Return the address of one claim's own page, or ""."""
        return f"{self.claims}{number}" if self.claims else ""


NOWHERE = Addresses()


def addresses_under(root: str, slug: str = "", desk: str = "") -> Addresses:
    """Return a desk's addresses under the root of its site.

    Args:
        root: such as https://check.example.org; "" gives nowhere.
        slug: of an essay that is published, for its claims and for reports about it.
        desk: its name.
    """
    if not root:
        return Addresses(desk=desk)
    root = root.rstrip("/")
    return Addresses(
        desk=desk,
        home=f"{root}/",
        method=f"{root}/about/method",
        scale=f"{root}/about/scale",
        policy=f"{root}/about/corrections",
        corrections=f"{root}/corrections",
        report=f"{root}/e/{slug}/report" if slug else "",
        essay=f"{root}/e/{slug}" if slug else "",
        claims=f"{root}/e/{slug}/claims/" if slug else "",
    )

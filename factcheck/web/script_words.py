"""What the workbench's script says.

The page carries these messages in its own language; `static/js/workbench/said.js` reads
them there by name and puts the values in.
"""

from collections.abc import Mapping

from factcheck.translating import N_, _

WORDS: Mapping[str, str] = {
    "changed": N_("Changed, not saved yet"),
    "claim_already": N_("Sentence %(number)s is a claim already."),
    "draft_saved": N_("Draft saved %(time)s"),
    "found": N_("Sources of this desk"),
    "kept": N_("What you wrote is kept on this device."),
    "later": N_("Sentence %(number)s will be shown as soon as it can be."),
    "loaded": N_("Only sentences that are loaded were looked at."),
    "nameless": N_("Source without address or title"),
    "no_claim_before": N_("There is no claim before this one."),
    "no_claim_next": N_("No other claim waits for you here."),
    "no_sentence_next": N_("No sentence follows this one."),
    "not_here": N_("The sentence in hand is not here yet."),
    "not_saved": N_("Not saved"),
    "not_sent": N_("Claim %(number)s is not on the server yet."),
    "none_suggested": N_("No sentence is suggested as a claim here."),
    "none_to_sort": N_("No sentence is to sort here."),
    "offline": N_("Offline: kept on this device"),
    "on_device": N_("Kept on this device"),
    "one_word": N_("A sentence of one word cannot be split."),
    "only_here": N_("Claim %(number)s has words that are only on this device."),
    "open_claim": N_("Open claim %(number)s"),
    "picking": N_(
        "%(words)s Click the first and the last word, or use the arrow keys; Enter"
        " keeps it."
    ),
    "put_back": N_("What you typed here before it reached the server was put back."),
    "remove": N_("Remove"),
    "renumbered": N_(
        "Sentences have other numbers now: somebody split or joined some, or stored a"
        " new text."
    ),
    "saved": N_("Saved %(time)s"),
    "saving": N_("Saving …"),
    "selected": N_("Sentences selected: %(count)s"),
    "selected_suggested": N_("Suggested as claims, and selected: %(count)s."),
    "selected_to_sort": N_("To sort, and selected: %(count)s."),
    "sentences": N_("Sentences"),
    "sign_in": N_("Sign in in a new tab"),
    "signed_out": N_("You are signed out."),
    "signed_out_kept": N_("Signed out: kept on this device"),
    "splitting": N_(
        "The second sentence begins with %(word)s. Click another word, or use the arrow"
        " keys; Enter splits it here."
    ),
    "status": N_("The server answered %(status)s."),
    "title_of": N_("Title of the page at %(host)s"),
    "two_versions": N_("Not saved: two versions"),
    "unchanged": N_("Nothing was changed."),
    "undo": N_("Undo"),
    "unreachable": N_("The server cannot be reached."),
}


def script_words() -> dict[str, str]:
    """Return each message by its name, in the language that is spoken."""
    return {name: _(message) for name, message in WORDS.items()}

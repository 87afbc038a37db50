"""The colour of each standing on white paper, as `web/static/css/tokens.css` has it."""

from collections.abc import Mapping

from factcheck.rules.scales import Standing

COLOURS: Mapping[str, str] = {
    Standing.HOLDS: "#1d7464",
    Standing.PARTLY: "#0f4480",
    Standing.CONTEXT: "#774a00",
    Standing.REFUTED: "#c01f48",
    Standing.UNVERIFIED: "#7e50bd",
    Standing.OPEN: "#5f6267",
}

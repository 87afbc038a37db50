"""The annotated essay as a page or a file: values in, text or bytes out.

formats    the table of all formats
html       the reader's page and the one-file page; views, passages, plots, glyphs
markdown   footnotes; escaping keeps text from becoming markup
json       everything; reading is the way back
csv        a row a claim
wording    the words that all of them share
"""

from factcheck.exports.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]

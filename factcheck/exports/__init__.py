"""The annotated essay as a page or a file: values in, text or bytes out.

formats    the table of all formats; format is what one is
pieces     what an essay is made of, and which format leaves out what
html       the reader's page and the one-file page; views, passages, plots, glyphs
markdown   footnotes; escaping keeps text from becoming markup
json       everything; reading is the way back
csv        a row a claim
wording    the words that all of them share; beside, what stands beside reviews
docx       Word: a file of its own, or comments put into the one that came
pdf        paper, set by typst in a process of its own
archive    everything that a desk holds, for another desk
dataset    research data; webannotation, claimreview are files for programs
"""

from factcheck.exports.format import Format
from factcheck.exports.formats import FORMATS

__all__ = ["FORMATS", "Format"]

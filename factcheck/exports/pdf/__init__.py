"""The annotated essay as a PDF that is tagged for readers of all kinds (PDF/UA-1).

file       what fonts lack is found and said, then everything is set
document   the essay as data for templates/essay.typ: strings, never markup
missing    characters that no font here has, and what is said of them
fonts      which fonts an essay in a language is set in
apart      starts the process in which typst works; press is that process
"""

from factcheck.exports.pdf.file import hold_pdf, write_pdf

__all__ = ["hold_pdf", "write_pdf"]

"""The annotated essay as a Word file, written part by part in WordprocessingML.

Written as text and not through python-docx, which looks for a free id among all
comments each time it adds one and so takes a square of the time.
"""

from factcheck.exports.docx.file import lost_characters, write_docx
from factcheck.exports.docx.manuscript import write_checked

__all__ = ["lost_characters", "write_checked", "write_docx"]

"""One format, one file: each reads a title and a byline out of a text.

A reader has a `FORMAT` (its name), `SUFFIXES` (how its files end) and
`read(text) -> Reading`. It never alters the text.
"""

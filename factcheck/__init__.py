"""Factcheck: from an essay to an annotated essay.

The way of an essay through the house, a line per room:

    text      a document becomes essay text, then sentences (pure)
    rules     what a claim, review and scale may be; who may do what (pure)
    fetching  a web page, fetched without being led astray (knows no database)
    models    tables, one noun a file
    queries   the only asker: what one page or command needs
    actions   the only writer: import_essay, mark_claim, save_review, publish ...
    exports   the annotated essay as html, markdown, json and csv (pure)
    database  engine, session, one commit per request or command
    background  what is done beside the pages: fetching, checking quotations
    web, cli  two doors on the same rooms

    translating   what is said to people, in the language of who reads it
    dates     days in words, likewise

Imports run one way, from the doors down; import-linter keeps it.
"""

__version__ = "0.1.0"

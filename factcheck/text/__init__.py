"""From the bytes of a document to an essay's text, its sentences and its words."""

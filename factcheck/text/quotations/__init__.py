"""Whether quoted words stand in a text, and where."""

"""The only writer. Actions flush; the door commits once."""

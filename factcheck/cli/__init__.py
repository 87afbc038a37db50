"""The `factcheck` command: groups by noun, the same actions as the pages."""

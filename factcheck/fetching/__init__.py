"""Fetching web pages from anywhere, without being led where nobody should go."""

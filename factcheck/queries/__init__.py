"""The only asker: each function returns what one page or command needs."""

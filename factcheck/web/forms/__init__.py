"""What people fill in: a class a form; the rules room says what may be kept."""

"""What a claim, review and scale may be, and who may do what; pure."""

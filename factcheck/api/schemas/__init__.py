"""The shapes of what comes in and goes out as JSON, one noun a file."""

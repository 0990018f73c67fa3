"""What a visitor sees of their checks."""

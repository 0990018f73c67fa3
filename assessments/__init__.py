"""What a visitor did: checks, answers, results and history."""

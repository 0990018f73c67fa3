"""What answers mean: safety, the next question, scores and findings. Pure, exact, deterministic."""

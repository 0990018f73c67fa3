"""What is known about posture, and the site that shows it."""

"""The muscle-imbalance catalogue: content, rows that staff edit, and published editions."""

"""The learner's Markdown notes: found in folders, read into questions, their fields read and written back."""

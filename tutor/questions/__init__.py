"""Kinds of questions, their drawn values and how an answer is judged."""

"""Anki: packages that every Anki since 2.1 reads, and packages of any age read back."""

"""SQLite: the journal, the card states beside it, the compiled library."""

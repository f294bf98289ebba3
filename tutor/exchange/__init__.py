"""Files in and out: formats that other programs read or write. Knows no screen and no database."""

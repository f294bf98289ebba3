"""An experiment on the screen and in lines: its question, its run, what it found."""

"""A guided lesson on the screen and in lines."""

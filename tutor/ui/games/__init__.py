"""Games on the screen and in lines: one table for all of them."""

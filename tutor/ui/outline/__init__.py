"""The course on the screen: a tree to walk through, in full screen and in lines."""

"""The interview drill on the full screen and in lines."""

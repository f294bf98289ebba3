"""Statistics on a screen: one module per section, `lines` for a width and `told` for plain mode."""

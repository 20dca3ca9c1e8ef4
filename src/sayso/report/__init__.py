"""What people and other programs read: pages, exports, the terminal."""

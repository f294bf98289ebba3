"""What happens next: pure machines that turn inputs into events."""

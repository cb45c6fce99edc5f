"""Training of delivery-time models: from examples to a checked package, and from any table."""

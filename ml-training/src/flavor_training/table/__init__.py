"""Training on any table of deliveries, as a mapping file describes it."""

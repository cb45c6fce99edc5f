"""The platform's own models: from the examples that its jobs logged to a package they load."""

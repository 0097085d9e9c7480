"""What is being done: one live session, as pure values and the runner that drives them."""

"""What is to be done: a circuit, its exercises, and the steps they unroll into."""

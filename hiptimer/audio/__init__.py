"""What is heard: the sound files, the players and the thread that is on time."""

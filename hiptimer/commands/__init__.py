"""The commands, one module each; a module imports what its command needs and nothing more."""

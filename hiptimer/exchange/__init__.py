"""The history taken along: what is exported, what is imported, and how two histories become one."""

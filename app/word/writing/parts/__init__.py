"""The parts of a Word file beside its body, one a module."""

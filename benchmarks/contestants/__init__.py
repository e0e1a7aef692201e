"""Those who compare two texts, each a script of its own: ours, and its peers in their own environments.

A contestant reads a file of two lists of paragraphs and prints what `measured` gives. To add one, write its script and name
it in `benchmarks.diffing`.
"""

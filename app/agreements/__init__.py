"""The agreements of a meeting: who does what by when."""

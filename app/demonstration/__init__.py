"""The demonstration: the Regional Conference on Migration preparing its stance on the Global Compact, March and April 2017.

What is on record (who met, who proposed what, what was agreed) follows the secretariat's report of the meeting of 29 March
2017. The wording of the declaration and of the amendments was written for this demonstration and says so where it is shown:
of Mexico's paper only seven spoken points, one phrase of item 5 and one line reference are known.
"""

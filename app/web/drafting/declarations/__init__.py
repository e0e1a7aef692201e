"""Pages of declarations: the list, opening one, the draft, the text to read, its window and its particulars."""

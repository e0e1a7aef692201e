"""What a delegate does to a text in LibreOffice, by chance. For the Python that can talk to LibreOffice, not ours."""

import random

from accept_reject_lo import pv
from com.sun.star.awt.FontSlant import ITALIC

TYPED = ("solidarity", "and children", "as appropriate", "niñez migrante,", "in good faith", "within 30 days", "shall")
SENTENCES = (
    "States shall exchange what works at their borders every year.",
    "Reafirmando la cooperación consular entre los países de tránsito y de destino,",
    "No child shall be detained for the status of its parents.",
)
EXCHANGED = (("States", "Parties"), ("migrants", "persons on the move"), ("and", "as well as"), (",", ";"))


class Acts:
    """An open file and whoever edits it. Each `do_` is something people do; "no" when there was nothing to do it to."""

    def __init__(self, office, path, seed):
        self.office = office
        self.chance = random.Random(seed)
        self.doc = office.open(path)
        self.author = ""

    @property
    def text(self):
        return self.doc.getText()

    @property
    def view(self):
        return self.doc.getCurrentController().getViewCursor()

    def command(self, name, **arguments):
        frame = self.doc.getCurrentController().getFrame()
        self.office.disp.executeDispatch(frame, ".uno:" + name, "", 0, pv(**arguments))

    # Where

    def paragraphs(self):
        """Those outside of tables."""
        found, each = [], self.text.createEnumeration()
        while each.hasMoreElements():
            one = each.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                found.append(one)
        return found

    def paragraph(self, words=True):
        return self.chance.choice([each for each in self.paragraphs() if not words or len(each.getString().split()) > 2])

    def two(self):
        """A paragraph and the one after it."""
        paragraphs = self.paragraphs()
        place = self.chance.randrange(len(paragraphs) - 1)
        return paragraphs[place], paragraphs[place + 1]

    def at(self, paragraph, place):
        cursor = paragraph.getText().createTextCursorByRange(paragraph.getStart())
        cursor.goRight(place, False)
        return cursor

    def somewhere(self, paragraph):
        """Before or after a word."""
        text = paragraph.getString()
        return self.at(paragraph, self.chance.choice([0, len(text), *(n for n, sign in enumerate(text) if sign == " ")]))

    def some_words(self):
        paragraph = self.paragraph()
        text = paragraph.getString()
        starts = [n for n, sign in enumerate(text) if sign != " " and (n == 0 or text[n - 1] == " ")]
        first = self.chance.randrange(len(starts))
        stop = [*starts, len(text)][min(first + self.chance.choice((1, 1, 2, 4)), len(starts))]
        cursor = self.at(paragraph, starts[first])
        cursor.goRight(stop - starts[first], True)
        return cursor

    def cell(self):
        tables = [self.doc.getTextTables().getByIndex(n) for n in range(self.doc.getTextTables().getCount())]
        cells = [table.getCellByName(name) for table in tables for name in table.getCellNames()]
        return self.chance.choice(cells).getText() if cells else None

    # Words

    def do_type(self):
        self.text.insertString(self.somewhere(self.paragraph()), f" {self.chance.choice(TYPED)}", False)

    def do_type_within(self):
        paragraph = self.paragraph()
        cursor = self.at(paragraph, self.chance.randrange(len(paragraph.getString())))
        self.text.insertString(cursor, self.chance.choice(("x", "s", " not ", "-")), False)

    def do_delete(self):
        self.some_words().setString("")

    def do_replace(self):
        self.view.gotoRange(self.some_words(), False)
        self.command("InsertText", Text=self.chance.choice(TYPED) + " ")

    def do_replace_all(self):
        descriptor = self.doc.createReplaceDescriptor()
        descriptor.SearchString, descriptor.ReplaceString = self.chance.choice(EXCHANGED)
        descriptor.SearchWords = True
        self.doc.replaceAll(descriptor)

    def do_undo(self):
        if self.doc.getUndoManager().isUndoPossible():
            self.doc.getUndoManager().undo()

    # Paragraphs

    def do_delete_across(self):
        one, other = self.two()
        return self.deleted(self.somewhere(one), self.somewhere(other).getStart())

    def do_delete_paragraph(self):
        one, other = self.two()
        return self.deleted(self.at(one, 0), other.getStart())

    def deleted(self, cursor, end):
        try:
            cursor.gotoRange(end, True)
        except Exception:
            return "no"
        cursor.setString("")

    def do_join(self):
        self.view.gotoRange(self.two()[0].getEnd(), False)
        self.command("Delete")

    def do_join_backwards(self):
        self.view.gotoRange(self.two()[1].getStart(), False)
        self.command("SwBackspace")

    def do_split(self):
        self.view.gotoRange(self.somewhere(self.paragraph()), False)
        self.command("InsertPara")

    def do_new_after(self):
        self.view.gotoRange(self.paragraph(words=False).getEnd(), False)
        self.command("InsertPara")
        self.command("InsertText", Text=self.chance.choice(SENTENCES))

    def do_new_before(self):
        self.view.gotoRange(self.paragraph(words=False).getStart(), False)
        self.command("InsertText", Text=self.chance.choice(SENTENCES))
        self.command("InsertPara")

    def do_move(self):
        paragraphs = self.paragraphs()
        place, to = self.chance.randrange(len(paragraphs) - 1), self.chance.randrange(len(paragraphs))
        if to in (place, place + 1):
            return "no"
        there = paragraphs[to].getStart()
        self.view.gotoRange(paragraphs[place].getStart(), False)
        self.view.gotoRange(paragraphs[place + 1].getStart(), True)
        self.command("Cut")
        self.view.gotoRange(there, False)
        self.command("Paste")

    # Looks

    def do_mark(self):
        cursor = self.some_words()
        if self.chance.random() < 0.5:
            cursor.CharWeight = 150.0
        else:
            cursor.CharPosture = ITALIC

    def do_style(self):
        self.paragraph().ParaStyleName = self.chance.choice(("Preambular", "Operative", "Item"))

    def do_align(self):
        self.view.gotoRange(self.paragraph().getStart(), False)
        self.command("CenterPara")

    # Notes, comments, tables

    def do_note(self):
        note = self.doc.createInstance("com.sun.star.text.Footnote")
        self.text.insertTextContent(self.somewhere(self.paragraph()).getStart(), note, False)
        note.getText().setString(self.chance.choice(SENTENCES))

    def note(self):
        notes = self.doc.getFootnotes()
        return notes.getByIndex(self.chance.randrange(notes.getCount())) if notes.getCount() else None

    def do_edit_note(self):
        if (note := self.note()) is None:
            return "no"
        note.getText().insertString(note.getText().getEnd(), " See also annex.", False)

    def do_delete_note(self):
        if (note := self.note()) is None:
            return "no"
        note.getAnchor().setString("")

    def do_comment(self):
        comment = self.doc.createInstance("com.sun.star.text.textfield.Annotation")
        comment.Author, comment.Content = self.author, self.chance.choice(SENTENCES)
        self.text.insertTextContent(self.some_words(), comment, True)

    def do_edit_cell(self):
        if (text := self.cell()) is None:
            return "no"
        if self.chance.random() < 0.6 or not text.getString():
            text.insertString(text.getEnd(), " " + self.chance.choice(TYPED), False)
        else:
            cursor = text.createTextCursor()
            cursor.goRight(min(4, len(text.getString())), True)
            cursor.setString("")

    def do_row(self):
        if (text := self.cell()) is None:
            return "no"
        self.view.gotoRange(text.getStart(), False)
        self.command(self.chance.choice(("InsertRowsAfter", "InsertRowsBefore", "DeleteRows")))

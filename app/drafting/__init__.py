"""Declarations, their revisions, and the amendments to them. What can be done, and where:

declarations      open_draft, open_from_text, edit_paragraph, add_paragraph, delete_paragraph, move_paragraph,
                  replace_draft, set_details, open_window, close_window, set_deadline
revisions         issue_first, issue_next, proposed_name
amendments        draft, edit, bring_forward, clear, table, correct, discard_correction, withdraw, confirm_landing,
                  place_elsewhere, ask_sponsors, unask_sponsor, confirm_sponsorship, decline_sponsorship,
                  withdraw_sponsorship
decisions         accept, modify, not_accept, hold, reopen
terms             ask, withdraw; occurrences
comments          make
translations      enter, concord; in_language
agenda_links      link, unlink
importing         from_text, from_file: what somebody brings, read and not yet written
queries           what pages read, scoped to who asks

An act takes an open session of `app.db.writing`, the thing as a row (`queries.find_declaration`, `find_amendment`, …, which
raise Unknown for what the actor may not see), who does it (`by`) and when (`at`). `expected` is the version that the actor
had before them: of the amendment for what a delegation does with its own, of the declaration for what the chair does.
The one who was slower gets Stale; `errors.MovedOn` says what changed. Acts never commit.
"""

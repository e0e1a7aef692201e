"""Regional consultative processes: delegations, participants, the presidency pro tempore, the technical secretariat."""

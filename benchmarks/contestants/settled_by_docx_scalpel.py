"""No contestant but a judge: docx-scalpel accepts and rejects all changes of a redline. `REDLINE ACCEPTED REJECTED`."""

import sys
from pathlib import Path

from docx_scalpel import session

if __name__ == "__main__":
    redline, accepted, rejected = map(Path, sys.argv[1:])
    data = redline.read_bytes()
    accepted.write_bytes(session.docx_diff_accept_revisions(data))
    rejected.write_bytes(session.docx_diff_reject_revisions(data))

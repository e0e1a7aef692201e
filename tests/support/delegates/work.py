"""Delegates at work in LibreOffice: each opens a Word file, edits it by chance as people do, and saves it.

    work.py JOBS.json

Run by the Python that can talk to LibreOffice, with the folder of `accept_reject_lo` on its path; `tests.support.delegates`
says what a job is. A line of JSON answers each: what was done, what LibreOffice shows when all is accepted and when all is
rejected, and its list of changes.
"""

import json
import sys
from pathlib import Path

import uno
from accept_reject_lo import Office, listing, pv, walk
from acts import Acts
from com.sun.star.lang import DisposedException

WORD, OPEN_DOCUMENT = "MS Word 2007 XML", "writer8"


class Delegate(Acts):
    """One who also opens, signs and saves."""

    def sign(self, name):
        self.author = name
        given, _, family = name.partition(" ")
        self.configure("/org.openoffice.UserProfile/Data", givenname=given, sn=family)

    def configure(self, path, **values):
        make = self.office.ctx.ServiceManager.createInstanceWithContext
        provider = make("com.sun.star.configuration.ConfigurationProvider", self.office.ctx)
        at = uno.createUnoStruct("com.sun.star.beans.NamedValue", "nodepath", path)
        access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (at,))
        for name, value in values.items():
            access.setPropertyValue(name, value)
        access.commitChanges()

    def save(self, path, kind=WORD, impersonal=False):
        at = "/org.openoffice.Office.Common/Security/Scripting"
        self.configure(at, RemovePersonalInfoOnSaving=impersonal)
        self.doc.storeToURL(Path(path).as_uri(), pv(FilterName=kind))
        self.configure(at, RemovePersonalInfoOnSaving=False)

    def reopened(self, path):
        self.doc.close(True)
        self.doc = self.office.open(path)

    def settled(self, how):
        self.doc.RecordChanges = False
        self.command(how + "AllTrackedChanges")
        return walk(self.text, [])


def work(office, job):
    delegate = Delegate(office, job["file"], job["seed"])
    delegate.doc.RecordChanges = True
    doing = [name for name in dir(Acts) if name.startswith("do_")]
    done = []
    for number in range(job["acts"]):
        delegate.sign(delegate.chance.choice(job["by"]))
        if job["unrecorded"] and number == job["acts"] // 2:
            delegate.doc.RecordChanges = False
        name = delegate.chance.choice(doing)
        said = getattr(delegate, name)()
        done.append(f"{name} by {delegate.author}{f' ({said})' if said else ''}")
    result, through = job["to"], job["to"] + ".odt"
    delegate.save(
        through if job["through_odt"] else result, OPEN_DOCUMENT if job["through_odt"] else WORD, job["impersonal"]
    )
    answer = {"done": done, "accepted": delegate.settled("Accept")}
    if job["through_odt"]:
        delegate.reopened(through)
        delegate.save(result)
    delegate.reopened(result)
    answer |= {"listed": listing(delegate.doc), "rejected": delegate.settled("Reject")}
    delegate.reopened(result)
    answer["accepted_again"] = delegate.settled("Accept")
    delegate.doc.close(True)
    return answer


def main():
    jobs = json.loads(Path(sys.argv[1]).read_text())
    while jobs:
        with Office() as office:
            while jobs:
                job = jobs.pop(0)
                try:
                    answer = work(office, job)
                except DisposedException:
                    print(json.dumps({"broke_down": job["seed"]}), flush=True)
                    break
                print(json.dumps(answer), flush=True)


main()

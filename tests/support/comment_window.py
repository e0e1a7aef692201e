"""LibreOffice with a window for comments.

The packages of LibreOffice that come without windows leave out how the window of a comment is laid out, and whatever then
makes one, as showing a file with comments does, ends the program. So it is given a layout, in a folder of ours that is
otherwise made of links to what is installed.
"""

import os
import shutil
from pathlib import Path

from tests.support.programs import need

_LAYOUTS = Path("share/config/soffice.cfg/modules/swriter/ui")


def on_path(folder: Path) -> str:
    """A PATH on which `soffice` is one that can show comments; `folder` is where it may be put."""
    soffice = need("libreoffice").resolve()
    installed = soffice.parents[1]
    if (installed / _LAYOUTS / "annotation.ui").exists() or not (installed / _LAYOUTS.parts[0]).is_dir():
        return os.environ["PATH"]
    ours = folder / "libreoffice"
    if not ours.exists():
        _linked(installed, ours, _LAYOUTS.parts)
        (ours / _LAYOUTS / "annotation.ui").write_text(_layout())
        (folder / "bin").mkdir()
        command = folder / "bin/soffice"
        command.write_text(f'#!/bin/sh\nexec "{soffice}" "$@" "-env:BRAND_BASE_DIR={ours.as_uri()}"\n')
        command.chmod(0o755)
    return f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"


def _linked(theirs: Path, ours: Path, way: tuple[str, ...]) -> None:
    """`ours` as `theirs`: what leads along `way` in folders of its own, all else in links."""
    ours.mkdir(parents=True)
    for each in theirs.iterdir() if theirs.is_dir() else ():
        if each.name == "presets":
            shutil.copytree(each, ours / each.name)  # It is copied from here at the first start, and links are not.
        elif (each.name,) != way[:1]:
            (ours / each.name).symlink_to(each)
    if way:
        _linked(theirs / way[0], ours / way[0], way[1:])


def _layout() -> str:
    text = _widget(
        "ScrolledWindow", "scrolledwindow", _widget("Viewport", "", _widget("Box", "", _widget("DrawingArea", "editview")))
    )
    labels = "".join(_widget("Label", name) for name in ("author", "date", "resolved"))
    button = _widget("MenuButton", "menubutton", '<property name="popup">menu</property>')
    window = _widget("Menu", "menu") + _widget("Box", "Annotation", text + labels + button)
    return f'<interface><requires lib="gtk+" version="3.20"/>{window}</interface>'


def _widget(kind: str, name: str, inside: str = "") -> str:
    named = f' id="{name}"' if name else ""
    made = f'<object class="Gtk{kind}"{named}><property name="visible">True</property>{inside}</object>'
    return made if name in ("menu", "Annotation") else f"<child>{made}</child>"

"""The old document's settings, where a new kind of note needs them."""

from copy import deepcopy

from app.word.compare.names import W
from app.word.compare.parts import root_of
from app.word.package import Package

_AFTER = tuple(
    W + name
    for name in [
        "compat",
        "docVars",
        "rsids",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    ]
)


def name_separators(old: Package, new: Package, kind: str) -> None:
    """Names the separators of the new document's notes in the old one's settings, unless they are named there."""
    tag = f"{W}{kind}Pr"
    root, source = root_of(old, "settings"), root_of(new, "settings")
    if root is None or source is None or root.find(tag) is not None:
        return
    properties = source.find(tag)
    if properties is None:
        return
    followers = (*([W + "endnotePr"] if kind == "footnote" else []), *_AFTER)
    following = next((child for child in root if child.tag in followers or not str(child.tag).startswith(W)), None)
    if following is None:
        root.append(deepcopy(properties))
    else:
        following.addprevious(deepcopy(properties))

"""Where new blocks are put among the old ones."""

from lxml import etree


class Cursor:
    """Where the next new block goes: after the last one that was passed or placed."""

    def __init__(self, container: etree._Element, first: etree._Element | None) -> None:
        """`first`: the first old block in `container`, if it has one."""
        self._container = container
        self._first = first
        self._last: etree._Element | None = None

    def pass_by(self, element: etree._Element) -> None:
        self._last = element

    def come_to(self, element: etree._Element) -> None:
        """What is placed next goes right before this old block, if that does not stand beside the last one."""
        if self._last is not None and self._last.getparent() is not element.getparent():
            self._first, self._last = element, None

    def place(self, element: etree._Element) -> None:
        """Puts a new block in."""
        element.tail = None
        if self._last is not None:
            self._last.addnext(element)
        elif self._first is not None:
            self._first.addprevious(element)
        else:
            self._container.insert(0, element)
        self._last = element

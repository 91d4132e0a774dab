"""A drawn graph, which notebooks show."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypedDict

from . import _core

Theme = Literal["auto", "light", "dark"]


class PictureOptions(TypedDict, total=False):
    """What is drawn, and how. The defaults give an edited picture that fits a page."""

    theme: Theme
    """``auto`` follows the reader's screen in SVG and is light on paper."""
    page: Literal["auto", "portrait", "landscape"]
    """What the picture should fit."""
    engine: Literal["dot", "neato", "fdp", "sfdp", "circo", "twopi"]
    """How Graphviz places the actors."""
    group: Literal["none", "country"]
    """``country`` puts the actors of one country into one frame (engine ``dot``)."""
    top: int
    """At most N actors, the most salient; 0 for all, 25 by default."""
    around: str
    """Only this actor, and who is at most ``depth`` lines away."""
    depth: int
    types: list[str]
    families: list[str]
    statuses: list[str]
    min_confidence: float
    lines: int
    """No more lines than these, as long as every actor keeps one; 0 for all."""
    offices: bool
    """Offices and belonging ("leads China") stand under the name where that saves a line."""
    title: bool
    legend: bool
    heading: str
    """Stands above the picture instead of the article's title."""


def core_options(options: PictureOptions) -> _core.PictureOptions:
    """The options as the library takes them; a TypeError names one that there is not."""
    made = _core.PictureOptions()
    made.choose(
        theme=options.get("theme", "auto"),
        page=options.get("page", "auto"),
        engine=options.get("engine", "dot"),
        group=options.get("group", "none"),
        families=list(options.get("families", ())),
        statuses=list(options.get("statuses", ())),
    )
    for name, value in options.items():
        if name not in PictureOptions.__annotations__:
            known = ", ".join(sorted(PictureOptions.__annotations__))
            raise TypeError(f"there is no option {name!r} of pictures; expected {known}")
        if name not in ("theme", "page", "engine", "group", "families", "statuses"):
            setattr(made, name, value)
    return made


class Picture:
    """A picture of a graph as SVG. A notebook shows it; :meth:`save` writes it, as PNG or PDF too."""

    def __init__(self, svg: str, save: Callable[[str, str], None]) -> None:
        self.svg = svg
        self._save = save

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the picture; the ending of the path says how: .svg .png .pdf .dot, or .html for a page to explore."""
        ending = Path(path).suffix.lower().removeprefix(".")
        self._save(os.fspath(path), ending)

    def _repr_svg_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<entente.Picture, {len(self.svg):,} bytes of SVG>"

"""The vector of the platform's models, as feature-store declares it (see eta_vector.json)."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Element:
    """One element: its name, its type, and the names of its codes 0, 1, … where a category."""

    name: str
    type: str
    categories: tuple[str, ...]

    @property
    def is_category(self) -> bool:
        """Whether its numbers are codes."""
        return self.type == "category"

    def signature(self) -> dict[str, Any]:
        """Give it as a package's signature lists it."""
        return asdict(self) | {"categories": list(self.categories)}


@cache
def elements() -> tuple[Element, ...]:
    """Give all elements, in order."""
    text = files("flavor_training").joinpath("eta_vector.json").read_text("utf-8")
    return tuple(Element(e["name"], e["type"], tuple(e["categories"])) for e in json.loads(text))


def names() -> list[str]:
    """Give their names, in order."""
    return [element.name for element in elements()]


def index(name: str) -> int:
    """Tell where an element stands."""
    return names().index(name)


def category_indexes() -> list[int]:
    """Tell which elements are codes."""
    return [i for i, element in enumerate(elements()) if element.is_category]


def stages() -> tuple[str, ...]:
    """Give the stages by their codes."""
    return elements()[index("stage")].categories

"""Keys of a YAML file, each asked for by its type, so that a misspelt one is noticed."""

from typing import Any


class Keys:
    """A map of the file; every key must be known, and is asked for by its type."""

    def __init__(self, content: Any, where: str) -> None:  # noqa: ANN401
        if not isinstance(content, dict):
            raise ValueError(f"{where or 'the file'} must be a map of keys")
        self._content = content
        self._where = where
        self._asked: list[str] = []

    def get(self, key: str, otherwise: Any = None) -> Any:  # noqa: ANN401
        """Give a value as it is."""
        self._asked.append(key)
        value = self._content.get(key)
        return otherwise if value is None else value

    def text(self, key: str, otherwise: str | None = None) -> str | None:
        """Give a value as text; None where the key is absent."""
        value = self.get(key, otherwise)
        if isinstance(value, (dict, list)):
            raise ValueError(f"{self._where}{key} must be one value")
        return None if value is None else str(value)

    def required(self, key: str) -> str:
        """Give a value that must be there."""
        value = self.text(key)
        if value is None:
            raise ValueError(f"{self._where}{key} is missing")
        return value

    def number(self, key: str, otherwise: float, low: float = float("-inf")) -> float:
        """Give a number that is not below the least allowed."""
        value = self.get(key, otherwise)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < low:
            least = "" if low == float("-inf") else f" of {low:g} or more"
            raise ValueError(f"{self._where}{key} is {value!r}, not a number{least}")
        return float(value)

    def share(self, key: str, otherwise: float) -> float:
        """Give a number between 0 and 1."""
        value = self.number(key, otherwise)
        if not 0 < value < 1:
            raise ValueError(f"{self._where}{key} is {value:g}, not between 0 and 1")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; one value alone is a list of it."""
        value = self.get(key, [])
        if isinstance(value, (str, int, float)):
            value = [value]
        if isinstance(value, list):
            # A YAML alias of a list within a list is one list.
            value = [w for v in value for w in (v if isinstance(v, list) else [v])]
        if not isinstance(value, list) or any(isinstance(v, (dict, list)) for v in value):
            raise ValueError(f"{self._where}{key} must be a list of names")
        return tuple(str(v) for v in value)

    def map(self, key: str) -> "Keys":
        """Give a map of keys; empty where absent."""
        return Keys(self.get(key, {}), f"{self._where}{key}.")

    def maps(self, key: str) -> list["Keys"]:
        """Give a list of maps."""
        value = self.get(key, [])
        if not isinstance(value, list):
            raise ValueError(f"{self._where}{key} must be a list")
        return [Keys(v, f"{self._where}{key}[{i}].") for i, v in enumerate(value)]

    def done(self) -> None:
        """Refuse the keys that nobody asked for."""
        unknown = [str(key) for key in self._content if key not in self._asked]
        if unknown:
            raise ValueError(
                f"unknown key {self._where}{unknown[0]}; known are {', '.join(self._asked)}"
            )

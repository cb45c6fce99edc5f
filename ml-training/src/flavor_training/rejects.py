"""Rows that cannot be used: none vanishes, each is written down with its line and a reason."""

import csv
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Rejects:
    """Rejected rows, and values that were set to missing because they could not be read."""

    rejected: list[tuple[int, str]] = field(default_factory=list)
    repaired: list[tuple[int, str]] = field(default_factory=list)

    def reject(self, line: int, reason: str) -> None:
        """Note a row that is left out."""
        self.rejected.append((line, reason))

    def repair(self, line: int, reason: str) -> None:
        """Note a value that became missing; its row stays."""
        self.repaired.append((line, reason))

    def first(self) -> str:
        """Describe the first rejected row, for messages; empty where there is none."""
        return f"line {self.rejected[0][0]}: {self.rejected[0][1]}" if self.rejected else ""

    def write(self, path: Path) -> None:
        """Write all of them as CSV: line, kind (rejected or repaired), reason."""
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["line", "kind", "reason"])
            out.writerows((line, "rejected", reason) for line, reason in self.rejected)
            out.writerows((line, "repaired", reason) for line, reason in self.repaired)

"""The circuit that is being made: its draft, what it was before, the file it is kept in. No Textual here."""

from __future__ import annotations

from hiptimer.circuit import draft as drafts
from hiptimer.circuit import keeping
from hiptimer.circuit.draft import Draft
from hiptimer.circuit.faults import CircuitFaults
from hiptimer.circuit.model import Circuit
from hiptimer.circuit.schema import CircuitKeys
from hiptimer.circuit.text import slug
from hiptimer.session.estimate import minutes_of
from hiptimer.tui.shelf import Shelf


class Desk:
    """Where one circuit is made or changed."""

    def __init__(self, shelf: Shelf, draft: Draft, name: str = "", text: str = "", copy_of: str = "") -> None:
        """`name` and `text`: of the file it is from; empty for a new one.

        `copy_of`: the circuit that the text is of where there is no file yet; it is made with the first save.
        """
        self.shelf = shelf
        self.draft = draft
        self.name = name
        self._text = text
        self._copy_of = copy_of
        self._saved = draft if name or copy_of else None
        self._before: list[Draft] = []

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self._saved is None or self.draft.raw != self._saved.raw

    @property
    def state(self) -> str:
        """How it stands beside its file; empty where it is what the file says."""
        if self.unsaved:
            return "not saved"
        return "" if self.name else "saving copies it"

    @property
    def free_name(self) -> str:
        """What a new file of it could be called."""
        if self._copy_of:
            return self.shelf.free_name(self._copy_of)
        name = slug(str(self.draft.raw.get(CircuitKeys.NAME.name, "")))[:40].strip("-") or "mine"
        return self.shelf.free_name(name) if self.shelf.wrong_name(name) else name

    @property
    def circuit(self) -> Circuit | None:
        """The circuit; None while it is none."""
        try:
            return drafts.circuit_of(self.draft) if self.draft.exercises else None
        except CircuitFaults:
            return None

    @property
    def length(self) -> str:
        """About how long it takes: `~31 min`; empty while it is no circuit."""
        circuit = self.circuit
        return f"~{minutes_of(circuit)} min" if circuit else ""

    def change(self, draft: Draft) -> None:
        """From now on it is this one; the one before can be brought back."""
        if draft.raw != self.draft.raw:
            self._before.append(self.draft)
            self.draft = draft

    def undo(self) -> bool:
        """Bring back the draft before the last change; False where there is none."""
        if not self._before:
            return False
        self.draft = self._before.pop()
        return True

    def save(self, force: bool = False) -> None:
        """Into its file. `force`: whatever stands in that by now.

        Raises `ChangedMeanwhile` where that is not what was read, and `LibraryError`.
        """
        text = drafts.text_of(self.draft, self._text)
        keeping.change(self.name, text, None if force else self._text, self.shelf.directory)
        self._is_kept(self.name, text)

    def save_as(self, name: str) -> None:
        """Into a new file. Raises `LibraryError`."""
        text = drafts.text_of(self.draft, self._text)
        name = keeping.file_name(name)
        keeping.keep(name, text, self.shelf.directory)
        self._is_kept(name, text)

    def _is_kept(self, name: str, text: str) -> None:
        self.name, self._text, self._saved = name, text, self.draft
        self.shelf.kept(name)

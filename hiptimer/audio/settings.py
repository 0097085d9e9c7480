"""What a user can set about sound."""

from __future__ import annotations

from hiptimer.values import dataclass

LOUDEST = 10


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """How loud, and what the device needs."""

    volume: int = LOUDEST
    """From 0, silence, to 10, as recorded; 5 sounds half as loud as 10."""
    wake: bool = True
    """Whether a device that may have fallen asleep is handed a second of silence before the next sound."""
    latency: float = 0.0
    """Seconds from handing a sound over to hearing it, by which it is handed over earlier: for Bluetooth."""


AS_RECORDED = SoundSettings()

"""An event that a report dates, as a value: where, what it is called, and when it began."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EventDay:
    """The sentence that dates an event, the event's name where it has one, and its first day."""

    place: int
    name: str
    first: date

"""An event that a report dates, as a value: where, what it is called, and when it began."""

from datetime import date

from musterbook.core.noun import noun


@noun
class EventDay:
    """The sentence that dates an event, the event's name where it has one, and its first day."""

    place: int
    name: str
    first: date

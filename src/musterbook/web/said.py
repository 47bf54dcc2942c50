"""What a deed has to say goes in; the next page shown says it, once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about what was just done, with a link to go on by where there is one."""

    words: str
    link: str = ""
    label: str = ""


class Sayings:
    """What is still to be said; kept by the office, taken by the page that says it."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self._waiting: tuple[Said, ...] = ()

    def say(self, words: str, *, link: str = "", label: str = "") -> None:
        """Keep a sentence for the next page; of several alike one is enough."""
        said = Said(words, link, label)
        self._waiting = (*(each for each in self._waiting if each != said), said)

    def take(self) -> tuple[Said, ...]:
        """Give what waits to be said, and keep it no longer."""
        taken, self._waiting = self._waiting, ()
        return taken

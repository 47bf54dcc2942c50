"""What a deed has to say goes in; the page it leads to says it, once, and no other page does.

A deed answers with the address to go to; the browser is handed a key with it, and asks that
address with the key. A page open in another browser or tab asks without it.
"""

import secrets
import threading
from dataclasses import dataclass, field

MOST_KEPT = 32  # deeds whose page has not been asked for yet; the oldest goes first


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about what was just done, with a link to go on by where there is one."""

    words: str
    link: str = ""
    label: str = ""
    is_fault: bool = False


class _Thread(threading.local):
    """What the deed under way in this thread has said."""

    said: tuple[Said, ...] = ()


@dataclass(slots=True)
class Sayings:
    """What is still to be said: of the deed under way, and of deeds done by their keys."""

    _now: _Thread = field(default_factory=_Thread)
    _waiting: dict[str, tuple[Said, ...]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a deed: what one before it in this thread said and did not hand over is gone."""
        self._now.said = ()

    def say(self, words: str, *, link: str = "", label: str = "") -> None:
        """Say a sentence when the deed is done; of several alike one is enough."""
        self.tell(Said(words, link, label))

    def tell(self, said: Said) -> None:
        """Say what is a value already."""
        self._now.said = (*(each for each in self._now.said if each != said), said)

    def hand_over(self) -> str:
        """End a deed: give the key under which what it said waits; empty where it said nothing."""
        said, self._now.said = self._now.said, ()
        if not said:
            return ""
        key = secrets.token_urlsafe(9)
        self._waiting[key] = said
        for old in list(self._waiting)[:-MOST_KEPT]:
            del self._waiting[old]
        return key

    def take(self, key: str) -> tuple[Said, ...]:
        """Give what waits under a key, and keep it no longer."""
        return self._waiting.pop(key, ())

"""A graph of who rests on whom goes in, its circles come out."""

from collections.abc import Iterator, Mapping, Sequence


def circles(rests_on: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Find circles: each a tuple of names, the first resting on the second, the last on the first.

    Without the names returned no circle is left: the name of a circle that the walk meets first is
    always among them. Names without an entry of their own rest on nothing. The walk keeps its own
    stack, so no length of chain overflows it.
    """
    done: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in rests_on:
        if start not in done:
            found.extend(_walk(start, rests_on, done))
    return tuple(found)


def _walk(
    start: str, rests_on: Mapping[str, Sequence[str]], done: set[str]
) -> Iterator[tuple[str, ...]]:
    path = [start]
    above = {start: 0}
    waiting = [iter(rests_on[start])]
    while path:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            finished = path.pop()
            del above[finished]
            done.add(finished)
        elif following in above:
            yield tuple(path[above[following] :])
        elif following in rests_on and following not in done:
            above[following] = len(path)
            path.append(following)
            waiting.append(iter(rests_on[following]))

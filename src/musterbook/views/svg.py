"""Names, attributes and children go in; escaped SVG markup comes out."""

from functools import cache

from markupsafe import Markup, escape

Value = str | float | None


def tag(name: str, *children: str | Markup, **attributes: Value) -> Markup:
    """Make one element; plain strings inside are escaped, attributes too, None leaves one out.

    An attribute's trailing underscore is dropped (`class_`), inner ones become dashes; numbers
    are rounded to a tenth of a pixel, which no eye can tell.
    """
    written = "".join(
        f' {_attribute_name(key)}="{escape(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(map(escape, children))
    return Markup(f"<{name}{written}>{inside}</{name}>")  # noqa: S704 - every part is escaped


@cache
def _attribute_name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def line(x1: float, y1: float, *, x2: float, y2: float, class_: str) -> Markup:
    """Draw a straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def text(words: str, x: float, *, y: float, class_: str = "", anchor: str = "start") -> Markup:
    """Write words; `anchor` is start, middle or end."""
    return tag("text", words, x=x, y=y, class_=class_ or None, text_anchor=anchor)


def path(points: str, *, class_: str, **more: Value) -> Markup:
    """Draw a path from its commands."""
    return tag("path", d=points, class_=class_, **more)


def polyline(points: list[tuple[float, float]]) -> str:
    """Write the path commands of a broken line through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def band(upper: list[tuple[float, float]], lower: list[tuple[float, float]]) -> str:
    """Write the path commands of the area between two broken lines over the same places."""
    return polyline([*upper, *reversed(lower)]) + "Z"


def link(target: str, *children: Markup, title: str) -> Markup:
    """Make a link inside a drawing; its title is read out and shown on hover."""
    return tag("a", tag("title", title), *children, href=target)


def drawing(
    *children: Markup,
    width: float,
    height: float,
    title: str,
    description: str,
    class_: str,
    top: float = 0.0,
    left: float = 0.0,
    has_links: bool = True,
) -> Markup:
    """Make a whole drawing with a text alternative; it scales with its place on the page.

    It shows what lies between `left` and `width`, `top` and `height`. One with links is a
    group to a screen reader, which would pass over what stands in a picture.
    """
    return tag(
        "svg",
        tag("title", title),
        tag("desc", description),
        *children,
        viewBox=f"{left:.0f} {top:.0f} {width - left:.0f} {height - top:.0f}",
        width=width - left,
        height=height - top,
        class_=class_,
        role="group" if has_links else "img",
        aria_label=f"{title} {description}",
        xmlns="http://www.w3.org/2000/svg",
    )

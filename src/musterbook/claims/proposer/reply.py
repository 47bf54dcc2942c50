"""The bytes a server sent in, the words of the model out, or what is wrong with them."""

from musterbook.claims.proposer.json_bounded import UnreadableError, read_json
from musterbook.claims.proposer.problems import came_back
from musterbook.core.problem import Problem

MOST_CONTENT = 400_000  # characters: 100 proposals with the longest quotes need a quarter of it
_FIX = "look whether the URL is that of an OpenAI-compatible server, with its version: …/v1"


def content_of(reply: bytes) -> str | Problem:
    """Take the model's words out of a reply to a chat's completion."""
    text = reply.decode("utf-8", "replace")
    try:
        value = read_json(text)
    except UnreadableError as error:
        return came_back("MB164", f"the reply cannot be read: {error}", text, fix=_FIX)
    content = _content(value)
    if content is None:
        says = "the reply holds no choice with a message"
        return came_back("MB164", says, text, fix=_FIX)
    if len(content) > MOST_CONTENT:
        fix = "ask a model that keeps to the form, or give the report in parts"
        return came_back("MB165", "the answer is far too long", content, fix=fix)
    return content


def _content(value: object) -> str | None:
    """Find `choices[0].message.content`; None where the reply is built otherwise."""
    choices = value.get("choices") if isinstance(value, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    content = message.get("content") if isinstance(message, dict) else None
    return content if isinstance(content, str) else None

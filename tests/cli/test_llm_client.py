"""The address of a server in, where it is asked and how much of its reply is read out."""

from __future__ import annotations

from typing import Any

import pytest

from musterbook.cli.llm_client import MOST_BYTES, LlmClient, _TooLateError, endpoint
from musterbook.core.problem import Problem


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://h/v1/chat/completions", "http://h/v1/chat/completions"),
        ("http://h/v1/chat/completions/", "http://h/v1/chat/completions"),
        ("https://h", "https://h/chat/completions"),
        ("https://h/x?api-version=2#y", "https://h/x/chat/completions?api-version=2"),
        ("https://[::1]:1/v1", "https://[::1]:1/v1/chat/completions"),
        ("https://h\n/v1", None),
        ("file:///etc/passwd", None),
    ],
)
def test_addresses(url: str, address: str | None) -> None:
    assert endpoint(url) == address


def test_a_reply_that_trickles_in_is_left_in_time() -> None:
    class Trickling:
        def iter_raw(self) -> Any:
            yield from [b"{"] * 10
            pytest.fail("it was waited for to the end")

    with pytest.raises(_TooLateError):
        LlmClient("http://h/", 0.0)._body(Trickling())


def test_what_is_read_of_a_reply_is_bounded() -> None:
    class Endless:
        def iter_raw(self) -> Any:
            while True:
                yield b" " * 100_000

    assert len(LlmClient("http://h/", 60)._body(Endless())) <= MOST_BYTES + 100_000


@pytest.mark.parametrize(
    ("name", "value", "url", "why"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:1", "http://h.invalid/v1", "SOCKS"),
        ("HTTP_PROXY", "foo://user:secret@bar", "http://h.invalid/v1", "scheme for proxy"),
        ("SSL_CERT_FILE", "/nonexistent", "https://h.invalid/v1", "No such file"),
        ("", "", "http://127..b/v1", "label empty"),
        ("", "", "http://xn--a/v1", "not allowed"),
    ],
)
def test_a_setting_that_lets_nothing_out_is_a_problem(
    name: str, value: str, url: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE"):
        monkeypatch.delenv(each, raising=False)
        monkeypatch.delenv(each.lower(), raising=False)
    if name:
        monkeypatch.setenv(name, value)
    told = LlmClient(url, 1.0)({})
    assert isinstance(told, Problem)
    assert (told.code, why in told.says, "secret" in told.says) == ("MB161", True, False)
    assert "correct the URL, or the proxy and certificate settings" in told.fix

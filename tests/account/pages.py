"""A page of expressions with what becomes of each goes in; the page as it should be comes out."""

from __future__ import annotations

from pathlib import Path

from tests.claims.says_pages import check_page, phrase_of, words_of

HERE = Path(__file__).parent
__all__ = ["HERE", "check_page", "phrase_of", "words_of"]

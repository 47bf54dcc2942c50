"""Short texts of several languages in, which of them are English out."""

from __future__ import annotations

import pytest

from musterbook.claims.extract import extract_claims
from musterbook.reports.language import language_of
from musterbook.reports.read import read_report

TEXTS = {
    "English": "The army said on Tuesday that 12 soldiers were killed and 30 wounded in the raid.",
    "Spanish": "Según el ejército, 12 soldados murieron y 30 resultaron heridos en la emboscada que"
    " se produjo por la noche, dijo el portavoz de las fuerzas armadas.",
    "French": "Selon l'armée, 12 soldats ont été tués et 30 blessés dans une embuscade au nord de"
    " la ville, a dit le porte-parole pour la région.",
    "German": "Die Armee teilte mit, dass 12 Soldaten getötet und 30 verletzt wurden, als der"
    " Konvoi in einen Hinterhalt geriet; das ist nicht bestätigt.",
    "Indonesian": "Menurut tentara, 12 orang tewas dan 30 luka dalam serangan itu pada hari"
    " Selasa, dan yang lain telah melarikan diri dari desa di perbatasan.",
    "Cyrillic script": "Армия сообщила, что 12 солдат погибли и 30 ранены.",
    "Hangul script": "군은 병사 12명이 숨지고 30명이 다쳤다고 밝혔다.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_by_its_small_words(language):
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("language", [name for name in TEXTS if name != "English"])
def test_nothing_is_guessed_of_a_text_in_another_language(language):
    text = TEXTS[language]
    assert extract_claims(text) == ()
    report, (problem,) = read_report(text.encode(), "reports/a.txt")
    assert report is not None
    assert (problem.code, problem.is_error) == ("MB036", False)
    assert language in problem.says


def test_names_of_another_country_do_not_make_a_text_foreign():
    text = (
        "SAN SALVADOR, 12 MAR 90 -- [TEXT] The Frente Farabundo Marti para la Liberacion Nacional"
        " said in a communique that 14 soldiers of the Batallon Atlacatl were killed in San Miguel."
    )
    assert language_of(text) == "English"


def test_a_headline_alone_is_taken_as_english():
    assert language_of("Gunmen kill 12") == "English"
    assert language_of("") == "English"

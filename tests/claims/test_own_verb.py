"""People with what tells which they are in, the place of their own verb out."""

import pytest

from musterbook.claims.counting.own_verb import own_verb
from musterbook.claims.fold import fold

# Behind the bar what follows the people; in brackets their own verb, where one is to be found.
SENTENCES = [
    "three soldiers| who were held by rebels [return] last night.",
    "34 prisoners|, who were held by the rebels, [were] freed.",
    "30 families| from Dezful and its villages [will] be able to return.",
    "34 prisoners| held by the rebels [were] freed.",
    "34 prisoners| who fled the valley in May [need] food.",
    "34 prisoners| who fled the valley in May [returned] on Monday.",
    "34 prisoners| whom the rebels had captured [are] in hospital.",
    "34 prisoners| who were seized in the raid and taken to the camp [were] freed.",
    "34 prisoners| who fled when the town fell [live] in tents.",
    "34 prisoners| living in the district [have] been freed.",
    "34 prisoners| who live in the border district [escaped] on Monday.",
    "34 prisoners| who have lived there for years [went] home.",
    "34 prisoners| who want to return [are] waiting.",
    "34 prisoners| taken from the villages [sleep] in the hall.",
    "34 prisoners|, most of them women, [were] freed.",
    "34 people| killed in the raid that followed [were] buried.",
    "34 people| who said they were ill [were] freed.",
    "34 prisoners| held by the rebels.",
    "34 prisoners| fled the town and are now in tents.",
    "34 prisoners| who fled after the town fell.",
    "34 prisoners| were freed.",
    "34 people| said they were ill.",
    "34 people| lost their homes and cattle were swept away.",
    "34 people| in the city and none had been hurt.",
    "34 people|, and they must be moved.",
    "34 people|, of whom nine would go, the church eight.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_own_verb_stands_beyond_what_names_people(sentence):
    people, rest = sentence.split("|")
    folded = fold(people + rest.replace("[", "").replace("]", ""))
    place = len(people) + rest.index("[") if "[" in rest else None
    assert own_verb(folded, len(people), len(folded)) == place

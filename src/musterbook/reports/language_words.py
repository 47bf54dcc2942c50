"""Nothing goes in, the small words of many languages in Latin letters come out.

Articles, prepositions, conjunctions, forms of to be and to have (own choice, from grammars); words
that English shares are left out of the others. English also has the words that news of head counts
repeats, since lists and headlines have few small words.
"""

from types import MappingProxyType
from typing import Final

ENGLISH: Final = "English"
_VOTES: Final = {
    ENGLISH: "the and of to in was were is that for with said by on at from have has had be been"
    " are it he she they his her their its this these those which who not but people killed wounded"
    " injured soldiers troops army police government officials official after before about more"
    " than other also when where while there into over under between during since until against"
    " least an as or if would will could can some most many all no one two three four five six"
    " seven eight nine ten hundred thousand million new last year years month months week day days"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december dead missing refugees civilians forces"
    " men women children town city village north south east west near according report reported",
    "Spanish": "el los las del y en que una por con para su al lo como más fue han según personas"
    " este esta pero sus se ha fueron muertos heridos soldados ejército también entre hasta desde"
    " cuando donde sin sobre ya contra durante ayer hoy mil",
    "Catalan": "els les amb per una dels han que i ha més seva seu aquest aquesta com són va van"
    " segons persones també però entre fins des quan ferits morts",
    "French": "le les des et du une dans est qui au pour par sur pas avec ont été selon aux sont"
    " ce cette mais leur personnes il elle ils nous vous la en un que plus était étaient blessés"
    " morts tués dont ainsi depuis ou",
    "German": "der die das und den von mit ist dem des ein eine im auf für nicht sich als auch es"
    " wurden nach sind bei über menschen einer einem zu zum zur am aus hat haben war waren wurde"
    " vor durch noch wie um soldaten verletzt getötet",
    "Portuguese": "o os das dos e da do em não uma para com que foram mais como pela pelo seu sua"
    " são ao pessoas na no nos nas por foi um mortos feridos soldados segundo também entre até",
    "Italian": "il lo gli della di che e è per con nel una sono dei alla non hanno più del secondo"
    " persone la le un dal dalla nella stati stato anche morti feriti soldati tra fino ha delle",
    "Romanian": "și de la în cu pe din care au fost este sunt pentru nu mai au că ale lui prin"
    " după persoane morți răniți soldați o un cel ce a unei si",
    "Dutch": "het een van en dat op te zijn met voor niet aan er om ook bij door werden naar de"
    " die heeft hebben wordt uit deze hun tegen mensen gewonden doden militairen volgens is zich",
    "Swedish": "och att det som är på av för med till den ett har inte om från personer de en var"
    " vid enligt också blev skadades dödades soldater efter minst",
    "Danish": "og det som er på af for med til den et har ikke om fra personer de en var ved ifølge"
    " også blev dræbt såret soldater efter mindst at der",
    "Norwegian": "og det som er på av for med til den et har ikke om fra personer de en var ved"
    " ifølge også ble drept såret soldater etter minst at der å",
    "Finnish": "ja on ei että se oli ovat mukaan kuin joka ole myös sekä mutta hän sotilasta"
    " ihmistä kuoli haavoittui kun jälkeen viime olivat",
    "Hungarian": "a az és hogy nem egy is volt meg már csak szerint katona ember akik mint voltak"
    " után még ez ki között sebesült",
    "Polish": "w na z się nie do że jest o jak po od przez są oraz osób i to dla ale było został"
    " zostało zginęło rannych żołnierzy według za ze ich",
    "Czech": "v na se že je s z do a o byl byla bylo byli po podle jako ve které lidí vojáků"
    " zraněno zahynulo pro ale při také od",
    "Slovak": "v na sa že je s z do a o bol bola bolo boli po podľa ako vo ktoré ľudí vojakov"
    " zranených zahynulo pre ale pri tiež od",
    "Serbo-Croatian": "je u na i da se su od za sa o kao koji iz nije ali bio bila bilo do prema"
    " ljudi vojnika ranjeno poginulo ubijeno nakon koje više",
    "Albanian": "dhe të në e i për me nga një që është janë u ka nuk si por ushtarë persona janë"
    " sipas u vranë",
    "Lithuanian": "ir kad į iš su yra buvo ne apie po tai bei dėl per kaip žmonių karių žuvo"
    " sužeista pranešė",
    "Turkish": "ve bir bu için ile olarak da de daha olan kişi çok gibi asker öldü yaralandı sonra"
    " kadar göre oldu ise yaralı ordu",
    "Azerbaijani": "və bir bu üçün ilə olan da də daha nəfər əsgər həlak yaralanıb sonra görə edib",
    "Indonesian": "yang dan di dari dengan untuk pada ini itu tidak dalam orang telah oleh ke akan"
    " tewas luka tentara adalah menurut para juga sebanyak",
    "Filipino": "ang ng sa mga na ay si at ni kay nang hindi ito niya nila ayon sundalo tao patay"
    " sugatan din rin para may",
    "Vietnamese": "và của là có được trong cho không người với các đã này những một đến từ ở khi"
    " bị theo binh sĩ",
    "Swahili": "na ya wa kwa ni katika za la cha kuwa watu askari wameuawa wakati hiyo huo hao kama"
    " baada alisema jeshi",
    "Somali": "iyo oo ka ku ee ah in la uu ay waa si u dadka askari ayaa lagu laga dhimatay",
    "Hausa": "da na a ta ya su ne ce ba an cikin mutane sojoji wanda kuma sun daga yi don",
    "Latin": "et in est non ad cum ut qui quae quod sunt sed ex ab per erat milites homines",
    "Russian in Latin letters": "i v na chto ne s po iz za eto byli bylo kak dlya bolee soldat"
    " chelovek pogibli raneny ranenykh voennykh ob armii armiya soobshchil soobshchila",
    "Ukrainian in Latin letters": "i v na shcho ne z po iz za tse buly bulo yak dlya ponad soldativ"
    " lyudey zahynuly poraneni viyskovykh pro armiya ta u povidomyla",
    "Arabic in Latin letters": "fi min ila an wa al ala jundi qutila jarih qala aljaysh ma inna",
}


def _by_word() -> dict[str, tuple[str, ...]]:
    """Give for each word the languages it votes for; English keeps its words for itself."""
    found: dict[str, list[str]] = {}
    for name, words in _VOTES.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


LANGUAGES_OF: Final = MappingProxyType(_by_word())

"""Nothing goes in, the codes of the clerk's problems with one line each come out."""

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "MB001": "there is no case.yaml in the folder",
        "MB002": "a file cannot be read, or is not a plain file inside the case",
        "MB003": "a file is larger than the clerk reads",
        "MB004": "a file's bytes are not UTF-8",
        "MB005": "YAML that does not parse",
        "MB006": "a tab where YAML wants spaces",
        "MB007": "one key twice in one mapping",
        "MB008": "an alias that repeats too much, or that stands inside what it names",
        "MB009": "lists and mappings nested too deep",
        "MB010": "the wrong shape: a list where a mapping belongs, and the like",
        "MB011": "a key the file does not know",
        "MB012": "a key the file needs is missing",
        "MB013": "a value that is not among those allowed",
        "MB014": "a file nobody reads, perhaps misnamed",
        "MB015": "a report without its NAME.yaml, or a NAME.yaml without its report",
        "MB016": "two files for one report",
        "MB017": "a report changed since its sha256 was written down",
        "MB018": "both account.yaml and accounts/, or neither",
        "MB019": "a file with nothing in it",
        "MB020": "a character that text does not contain",
        "MB021": "a YAML tag or a second document",
        "MB022": "a date or period that cannot be read",
        "MB023": "a number or range that cannot be read",
        "MB200": "a name that is not a name",
        "MB201": "a name declared twice",
        "MB202": "a flow that does not say from where to where",
        "MB203": "a flow to nowhere, or from nowhere: its end is not declared",
        "MB204": "a flow that ends where it begins",
        "MB205": "two claims with one id",
        "MB206": "a report that is not there",
        "MB207": "a source that is not declared",
        "MB208": "an account that is not declared",
        "MB209": "a claim that is not there",
        "MB210": "sources that retell one another in a circle",
        "MB211": "claims that rest on one another in a circle",
        "MB212": "a mark for a hypothesis that is not declared",
        "MB213": "a scenario or a watch list that names nothing declared",
        "MB214": "evidence that names both a claim and a scenario, or neither",
        "MB215": "a rule for something that is not a flow",
        "MB216": "two assumptions with one name",
    }
)

"""The bytes of a web page in, the encoding it says it has out."""

import codecs
import re

_STATED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4_096  # bytes; browsers look through the first 1,024
# The encodings of text that Python has and a page may be saved in; what else it calls encodings
# (unicode-escape, idna, undefined, charmap, hex) turns text into other text. UTF-7 hides tags.
_OF_TEXT = re.compile(
    r"ascii|utf-(?:8(?:-sig)?|(?:16|32)(?:-[bl]e)?)|iso8859-\d{1,2}|cp\d{3,4}|koi8-[rtu]|kz1048"
    r"|mac-(?:cyrillic|greek|iceland|latin2|roman|turkish|croatian|romanian)|ptcp154|tis-620|viscii"
    r"|big5(?:hkscs)?|gb2312|gbk|gb18030|hz|euc_(?:jp|kr|jis_2004|jisx0213)|johab"
    r"|shift_jis(?:_2004|x0213)?|iso2022_(?:jp(?:_\w+)?|kr)|hp-roman8"
)


def stated_charset(data: bytes) -> str:
    """Give the name of the encoding, as Python knows it; empty where none is stated or known."""
    match = _STATED.search(data, 0, _HEAD)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else ""
    except LookupError:
        return ""
    return name if _OF_TEXT.fullmatch(name) else ""

"""Words → word pieces of the packaged encoder, and the shape of each word, which the pieces, written without case, lost.

The same as lib/entente/encoding/pieces.cpp, piece for piece: accents are dropped, letters lowered, marks split off, and
what is left is cut into the longest known pieces from the left (Devlin et al. 2019, "BERT").
"""
import json
import unicodedata

PAD, UNKNOWN, CLS, SEP, MASK = 0, 100, 101, 102, 103
SHAPES = ["none", "lower", "title", "capitals", "capital", "mixed", "digits", "letters and digits"]
MAX_WORD = 100  # characters; what is longer is unknown


def shape_of(word):
    """Index into SHAPES: how the letters of a word are written."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdecimal() for c in word)
    if not letters:
        return 6 if digits else 0
    if digits:
        return 7
    upper = [c for c in letters if c.isupper() or c.istitle()]
    if not upper:
        return 1
    if len(letters) == 1:
        return 4
    if len(upper) == len(letters):
        return 3
    if len(upper) == 1 and (letters[0].isupper() or letters[0].istitle()):
        return 2
    return 5


def is_mark(c):
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c)[0] == "P"


def parts(word):
    """Lower case without accents and control characters, cut at marks."""
    out, run = [], ""
    for c in unicodedata.normalize("NFD", word).lower():
        category = unicodedata.category(c)
        if category == "Mn" or category in ("Cc", "Cf", "Co", "Cn"):
            continue
        if c.isspace() or is_mark(c):
            if run:
                out.append(run)
            run = ""
            if not c.isspace():
                out.append(c)
        else:
            run += c
    if run:
        out.append(run)
    return out


class Pieces:
    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.cache = {}

    def cut(self, part):
        if len(part) > MAX_WORD:
            return [UNKNOWN]
        out, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at:
                piece = part[at:end] if at == 0 else "##" + part[at:end]
                if piece in self.vocabulary:
                    break
                end -= 1
            if end == at:
                return [UNKNOWN]
            out.append(self.vocabulary[piece])
            at = end
        return out

    def word(self, form):
        """Pieces of one word, at least one."""
        found = self.cache.get(form)
        if found is None:
            found = [p for part in parts(form) for p in self.cut(part)] or [UNKNOWN]
            if len(self.cache) < 1_000_000:
                self.cache[form] = found
        return found

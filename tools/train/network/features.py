"""Features of a word form: the same as lib/entente/encoding/features.cpp, bit for bit."""

MASK = (1 << 64) - 1

# (name, rows of the hashed table). The order is the order of the tables in the model.
HASHED = [("prefix", 4096), ("suffix2", 2048), ("suffix3", 8192), ("suffix4", 8192), ("shape", 1024)]

QUOTES = {"\u2018": "'", "\u2019": "'", "\u0060": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}


def hash_bytes(data, seed):
    """entente::hash_bytes (FNV-1a, 64 bits, with a final mix)."""
    h = 0xCBF29CE484222325 ^ (seed * 0x9E3779B97F4A7C15 & MASK)
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & MASK
    h ^= h >> 32
    h = h * 0xD6E8FEB86659FD93 & MASK
    return h ^ (h >> 32)


def normal_form(form):
    """Straight quotes and ASCII lower case."""
    text = "".join(QUOTES.get(c, c) for c in form)
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def shape_of(form):
    """'Xi' -> b'Xx', '56-year' -> b'dd-xxxx': classes of characters, runs cut at four."""
    out = bytearray()
    run = 0
    for byte in form.encode("utf-8"):
        c = chr(byte)
        if "A" <= c <= "Z":
            kind = ord("X")
        elif "a" <= c <= "z":
            kind = ord("x")
        elif "0" <= c <= "9":
            kind = ord("d")
        elif byte >= 0xC0:
            kind = ord("u")
        elif byte >= 0x80:
            continue
        else:
            kind = byte
        run = run + 1 if out and out[-1] == kind else 1
        if run <= 4:
            out.append(kind)
    return bytes(out[:24])


def vocabulary_key(form):
    """Under what a word is looked up in the table of words: its normal form, digits as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in normal_form(form)).encode("utf-8")


def hashed_rows(form):
    """One row per table of HASHED."""
    key = vocabulary_key(form)
    parts = [key[:3], key[-2:], key[-3:], key[-4:], shape_of(form)]
    return [hash_bytes(part, seed + 1) % rows for seed, (part, (_, rows)) in enumerate(zip(parts, HASHED))]

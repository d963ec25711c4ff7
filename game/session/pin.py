"""A trainer's PIN, kept as a salted digest: it keeps eyes off the trainer's desk; it does not keep thieves out."""

from collections.abc import Mapping
from hashlib import pbkdf2_hmac
from hmac import compare_digest

ROUNDS = 20_000
OPTION = "pin"
"""Where a recording's header keeps it, among its options."""


def sealed_pin(pin: str, salt: str) -> str:
    """Return what is kept of a PIN: the salt and the digest."""
    found = pbkdf2_hmac("sha256", _bytes(pin), _bytes(salt), ROUNDS, 16)
    return f"{salt}${found.hex()}"


def pin_in(header: Mapping[str, object]) -> str:
    """Return what a recording's header keeps of a PIN; "" where there is none."""
    found = header.get("options")
    return str(found.get(OPTION, "")) if isinstance(found, dict) else ""


def fits(kept: str, pin: str) -> bool:
    """Tell whether a PIN is the one kept."""
    salt, _, _ = kept.partition("$")
    return compare_digest(_bytes(sealed_pin(pin, salt)), _bytes(kept))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")

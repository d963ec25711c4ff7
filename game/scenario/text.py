"""Words an author wrote, in the languages they wrote them in; knows nothing of catalogues."""

from dataclasses import dataclass

LANGUAGES = ("zh", "en", "tw")


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of an author's prose: `zh` always, `en` and `tw` (Taiwan usage) where given."""

    zh: str = ""
    en: str = ""
    tw: str = ""

    def get(self, lang: str) -> str:
        """Return the words in `lang` ("zh", "en" or "tw"), else in Chinese."""
        if lang == "en":
            return self.en or self.zh
        return (self.tw or self.zh) if lang == "tw" else self.zh

    def __bool__(self) -> bool:
        return bool(self.zh)

    def __str__(self) -> str:
        return self.zh

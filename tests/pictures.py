"""The pictures of docs/desktop.md: `python -m tests.pictures` makes them anew after a screen has changed."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parent.parent / "docs" / "pictures" / "screens"
WIDE = 640      # pixels
TURN = 4


def main():
    """Write a small picture of every screen in Chinese, and the table for both READMEs."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.desktop.gallery import all_pictures, picture

    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for path in all_pictures(Path(folder), (1280, 720), turn=TURN):
            if path.stem == "all":
                continue
            image = pygame.image.load(str(path))
            small = pygame.transform.smoothscale(image, (WIDE, WIDE * image.get_height() // image.get_width()))
            pygame.image.save(small, str(FOLDER / path.name))
            print(path.name)
    for lang in ("zh", "en"):
        picture("table", FOLDER.parent / f"table-{lang}.png", (1280, 720), turn=TURN, lang=lang)


if __name__ == "__main__":
    sys.exit(main())

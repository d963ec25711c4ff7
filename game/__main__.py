"""Start 牵头 as a module: the same program as the console script `qiantou`."""

from game.cli import main

if __name__ == "__main__":
    main()

"""Start a stand-alone build: the same program, whose worker processes are the program itself."""

from multiprocessing import freeze_support

from game.cli import main

if __name__ == "__main__":
    freeze_support()
    main()

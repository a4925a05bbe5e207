"""`python -m amana …` is the command line."""

from amana.cli import main

if __name__ == "__main__":
    main()

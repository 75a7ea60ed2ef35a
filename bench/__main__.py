"""Run every measurement: python -m bench."""

from bench import (
    answers,
    board,
    cases,
    channels,
    desk,
    marks,
    nudges,
    ocr,
    pipeline,
    questions,
    reading,
    retrieval,
)


def main() -> None:
    """Print each table in turn; the last is what all is held to, also written to bench.json."""
    reading.main()
    ocr.main()
    marks.main()
    pipeline.main()
    questions.main([])
    retrieval.main([])
    answers.main([])
    cases.main([])
    nudges.main([])
    channels.main([])
    desk.main([])
    board.main(["--json", "bench.json"])


if __name__ == "__main__":
    main()

"""Run every measurement: python -m bench."""

from bench import (
    answers,
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
    """Print each table in turn."""
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


if __name__ == "__main__":
    main()

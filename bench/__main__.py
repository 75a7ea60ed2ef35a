"""Run every measurement: python -m bench."""

from bench import marks, ocr, pipeline, questions, reading


def main() -> None:
    """Print each table in turn."""
    reading.main()
    ocr.main()
    marks.main()
    pipeline.main()
    questions.main()


if __name__ == "__main__":
    main()

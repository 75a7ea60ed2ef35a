"""`make docs`: take the guides' pictures anew.

python -m tests.guides [NAME …]
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.guides.camera import Shot, save, set_up
from tests.guides.shots import SHOTS

FOLDER = Path(__file__).parents[2] / "docs" / "huong-dan" / "anh"


def main(*names: str) -> None:
    """Take all pictures, or those named; pictures that no guide shows any more are removed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    take([shot for shot in SHOTS if not names or shot.name in names], FOLDER)
    if not names:
        known = {f"{shot.name}.png" for shot in SHOTS}
        for path in FOLDER.glob("*.png"):
            if path.name not in known:
                path.unlink()


def take(shots: Sequence[Shot], folder: Path) -> None:
    """Take some pictures into a folder."""
    with tempfile.TemporaryDirectory() as beside, set_up(Path(beside)) as camera:
        for shot in shots:
            page = shot.take(camera)
            save(page.screenshot(), folder / f"{shot.name}.png")
            print(shot.name)
            camera.put_away()


if __name__ == "__main__":
    main(*sys.argv[1:])

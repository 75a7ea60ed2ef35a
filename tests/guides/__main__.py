"""`make docs`: take the guides' pictures anew.

python -m tests.guides [NAME …]
"""

import sys
import tempfile
from pathlib import Path

from tests.guides.camera import save, set_up
from tests.guides.shots import SHOTS

FOLDER = Path(__file__).parents[2] / "docs" / "huong-dan" / "anh"


def main(*names: str) -> None:
    """Take all pictures, or those named; pictures that no guide shows any more are removed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not names or shot.name in names]
    with tempfile.TemporaryDirectory() as folder, set_up(Path(folder)) as camera:
        for shot in wanted:
            pictured = shot.take(camera)
            save(pictured.screenshot(), FOLDER / f"{shot.name}.png")
            print(shot.name)
    if not names:
        known = {f"{shot.name}.png" for shot in SHOTS}
        for path in FOLDER.glob("*.png"):
            if path.name not in known:
                path.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])

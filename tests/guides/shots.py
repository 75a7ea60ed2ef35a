"""What each picture of the guides shows, and how one gets there; in an order that tells a story."""

from tests.guides.camera import PHONE, Shot

SHOTS: tuple[Shot, ...] = (
    Shot("chat", lambda camera: camera.open("citizen", "/", PHONE)),
    Shot("dang-nhap", lambda camera: camera.open("citizen", "/vao", PHONE)),
    Shot("hom-nay", lambda camera: camera.open("clerk", "/desk")),
)

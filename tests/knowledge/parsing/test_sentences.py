import pytest

from knowledge.parsing.sentences import Duty, read_duties

CARE = "chăm sóc cây xanh trên địa bàn."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổ chức trồng cây.", Duty("Tổ chức trồng cây.")),
        ("- Tổ chức trồng cây.", Duty("Tổ chức trồng cây.")),
        (
            "Sở Đào tạo tổ chức trồng cây.",
            Duty("Sở Đào tạo tổ chức trồng cây.", ("Sở Đào tạo",)),
        ),
        (
            "Tổ kiểm tra cây tổ chức trồng cây.",
            Duty("Tổ kiểm tra cây tổ chức trồng cây.", ("Tổ kiểm tra cây",)),
        ),
        ("Sở Y tế tham mưu UBND trồng cây.", Duty("tham mưu UBND trồng cây.", ("Sở Y tế",))),
        ("Sở Y tế có trách nhiệm tổ chức trồng cây.", Duty("tổ chức trồng cây.", ("Sở Y tế",))),
        ("Sở Y tế chủ trì tổ chức trồng cây.", Duty("tổ chức trồng cây.", ("Sở Y tế",))),
        (
            "Sở Y tế chủ trì, phối hợp với Sở Nội vụ tổ chức trồng cây.",
            Duty("tổ chức trồng cây.", ("Sở Y tế",), ("Sở Nội vụ",)),
        ),
        (
            "Chủ trì, phối hợp với các cơ quan liên quan tổ chức trồng cây.",
            Duty("tổ chức trồng cây.", (), ("các cơ quan liên quan",)),
        ),
        (
            "Sở Y tế chủ động trồng cây, phối hợp Sở Nội vụ tổ chức lễ.",
            Duty("Sở Y tế chủ động trồng cây, phối hợp Sở Nội vụ tổ chức lễ.", ("Sở Y tế",),
                 ("Sở Nội vụ",)),
        ),
        (
            "Căn cứ Kế hoạch này, Sở Y tế xây dựng vườn cây.",
            Duty("Sở Y tế xây dựng vườn cây.", ("Sở Y tế",)),
        ),
        ("Căn cứ Kế hoạch này, tổ chức trồng cây.", Duty("tổ chức trồng cây.")),
        (
            "Trên cơ sở ý kiến của Sở Y tế, Phòng Nội vụ, Chủ tịch chỉ đạo tổ cây tổ chức trồng.",
            Duty("tổ chức trồng.", ("Chủ tịch",)),
        ),
        (
            "Các cán bộ phường chịu trách nhiệm trước Chủ tịch.",
            Duty("Các cán bộ phường chịu trách nhiệm trước Chủ tịch.", ("Các cán bộ phường",)),
        ),
        ("Theo dõi, kiểm tra việc trồng cây.", Duty("Theo dõi, kiểm tra việc trồng cây.")),
        ("Việc trồng cây phải đúng nơi.", Duty("Việc trồng cây phải đúng nơi.", is_task=False)),
        ("Các loại cây được nêu ở trên.", Duty("Các loại cây được nêu ở trên.", is_task=False)),
        (
            "Sở Y tế có thể lựa chọn cây.",
            Duty("Sở Y tế có thể lựa chọn cây.", ("Sở Y tế có thể",), is_task=False),
        ),
        (
            "Phối hợp chặt chẽ với Sở Nội vụ và Sở Y tế tổ chức trồng cây.",
            Duty("Phối hợp chặt chẽ với Sở Nội vụ và Sở Y tế tổ chức trồng cây.", (),
                 ("Sở Nội vụ", "Sở Y tế")),
        ),
        (
            "Chủ trì, phối hợp với Sở Y tế trong việc tổ chức trồng cây.",
            Duty("tổ chức trồng cây.", (), ("Sở Y tế",)),
        ),
        (
            "Chủ trì, phối hợp với các tổ chức quần chúng tổ chức trồng cây.",
            Duty("tổ chức trồng cây.", (), ("các tổ chức quần chúng",)),
        ),
        ("Giao Sở Y tế tổ chức trồng cây.", Duty("Giao Sở Y tế tổ chức trồng cây.", ("Sở Y tế",))),
        (
            "UBND phường yêu cầu Sở Y tế, Sở Nội vụ tổ chức trồng cây.",
            Duty("UBND phường yêu cầu Sở Y tế, Sở Nội vụ tổ chức trồng cây.",
                 ("Sở Y tế", "Sở Nội vụ")),
        ),
        (
            "Mở vườn: sau lễ phát động, Sở Y tế tổ chức trồng cây.",
            Duty("Mở vườn: sau lễ phát động, Sở Y tế tổ chức trồng cây.", ("Sở Y tế",)),
        ),
        (
            "Căn cứ nhiệm vụ của mình, chủ động thực hiện Kế hoạch này và tổ chức trồng cây.",
            Duty("tổ chức trồng cây."),
        ),
        (
            "Căn cứ Luật Trồng trọt, tổ chức trồng cây.",
            Duty("Căn cứ Luật Trồng trọt, tổ chức trồng cây."),
        ),
        (
            "Trên cơ sở kết quả kiểm tra, đánh giá của tổ, Hội đồng cây tổ chức trồng.",
            Duty("Hội đồng cây tổ chức trồng.", ("Hội đồng cây",)),
        ),
        (
            "Trên cơ sở đề xuất của các sở, ban, ngành, chủ trì tổng hợp danh sách.",
            Duty("chủ trì tổng hợp danh sách."),
        ),
        (
            "Xây dựng vườn cây, hoàn thành trước ngày 8/3/2026.",
            Duty("Xây dựng vườn cây", timeframe="hoàn thành trước ngày 8/3/2026"),
        ),
    ],
)  # fmt: skip
def test_a_sentence(text: str, expected: Duty) -> None:
    assert read_duties(text) == [expected]


def test_each_part_with_its_own_time_is_a_duty() -> None:
    text = (
        "Sở Y tế xây dựng vườn cây (hoàn thành trước ngày 8/3/2026); tổ chức trồng cây. "
        "Chậm nhất đến hết Quý 3 phải tổ chức tưới cây."
    )
    assert [(d.content, d.lead, d.timeframe) for d in read_duties(text)] == [
        ("Sở Y tế xây dựng vườn cây ;", ("Sở Y tế",), "hoàn thành trước ngày 8/3/2026"),
        ("tổ chức trồng cây.", ("Sở Y tế",), None),
        ("phải tổ chức tưới cây.", ("Sở Y tế",), "Chậm nhất đến hết Quý 3"),
    ]

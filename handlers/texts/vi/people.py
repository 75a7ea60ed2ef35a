"""Officers and offices, in Vietnamese."""

SENTENCES: dict[str, str] = {
    # Joining
    "invitation_limited": (
        "Đã có nhiều mã liên kết không đúng nên việc nhập mã tạm dừng. "
        "Xin Anh/Chị thử lại sau 1 giờ; mã đã cấp vẫn còn hiệu lực."
    ),
    "invitation_void_linked": (
        "Mã liên kết không đúng, đã dùng hoặc đã hết hạn. "
        "Cuộc trò chuyện này vẫn liên kết với Anh/Chị {name} ({offices})."
    ),
    "joined_again": (
        "Đã liên kết thêm cuộc trò chuyện này với Anh/Chị {name} ({offices}, {place}). "
        "Từ nay nhắc việc được gửi tới đây."
    ),
    "joined_already": "Cuộc trò chuyện này đã liên kết với Anh/Chị {name}; mã chưa được dùng.",
    "joined_as_other": (
        "Cuộc trò chuyện này đang liên kết với Anh/Chị {name} nên không dùng mã của người khác "
        "tại đây được; mã chưa được dùng."
    ),
    "left_already": (
        "Từ ngày {day}, cuộc trò chuyện này không còn liên kết với công việc của UBND {place}. "
        "Ông/Bà vẫn hỏi và gửi phản ánh tại đây như mọi người dân; nếu có nhầm lẫn, xin liên hệ "
        "công chức đầu mối."
    ),
    # A clerk invites in chat
    "invite_not_allowed": "Chỉ công chức đầu mối được mời cán bộ; xin Anh/Chị chuyển đề nghị.",
    "invite_review": (
        "Mời {name} nhận việc của {office}, vai trò: {role}. "
        "Nhắn “tạo mã” để tạo mã liên kết, hoặc “hủy”."
    ),
    "invite_nameless": "Xin ghi họ tên người được mời, chẳng hạn: mời Trần Văn An vào {office}.",
    "invite_near": "Chưa có đơn vị “{office}”. Anh/Chị chọn đơn vị đã có, hoặc thêm đơn vị mới:",
    "invite_unknown": "Chưa có đơn vị “{office}”. Anh/Chị kiểm tra lại tên, hoặc thêm đơn vị mới:",
    "invite_made": (
        "Đã tạo mã liên kết cho {name}: dùng một lần, có hiệu lực đến {until}. "
        "Xin Anh/Chị chuyển tin dưới đây cho người được mời."
    ),
    "invite_forward": (
        "UBND {place} mời Anh/Chị {name} nhận việc của {office} qua trợ lý tự động. "
        "Nhắn mã sau cho trợ lý để bắt đầu: {code}"
    ),
    "invite_cancelled": "Đã bỏ lời mời, chưa tạo mã nào.",
    "button_make_code": "Tạo mã",
    "button_add_office": "Thêm đơn vị",
    "says_invite": "mời {name} vào {office}, vai trò {role}",
    "role_head": "người đứng đầu đơn vị",
    "role_leader": "lãnh đạo",
    "role_operator": "người quản trị",
    # Handing on
    "handover_handed_on": (
        "Hỏi đáp số {number} cần người trả lời tiếp vì cán bộ đã nhận không còn phụ trách: "
        "“{question}”."
    ),
    # Slips to print
    "slip_title": "Mã liên kết cán bộ, UBND {place}",
    "slip_note": "In trang này, cắt theo đường đứt nét, trao tận tay từng người; sau đó xóa tệp.",
    "slip_how": "Nhắn mã trên cho trợ lý tự động của UBND {place}.",
    "slip_how_link": (
        "Quét mã bằng máy ảnh điện thoại, bấm “Liên kết”; hoặc nhắn mã trên cho trợ lý tự động của "
        "UBND {place}. Mã dùng một lần."
    ),
    "slip_until": "Có hiệu lực đến {until}.",
    # Lists of officers
    "list_head_name": "Họ tên",
    "list_head_office": "Đơn vị/chức danh",
    "list_head_role": "Vai trò",
    "list_example_name": "Trần Văn An",
    "list_example_office": "Văn phòng HĐND và UBND",
    "list_example_role": "cán bộ",
    "list_bad_row": "  dòng {row}: {reason}",
    "list_list_no_name": "thiếu họ tên, hoặc họ tên quá dài",
    "list_list_no_office": "thiếu đơn vị, hoặc tên đơn vị quá dài",
    "list_list_no_role": (
        "không có vai trò “{role}”; ghi cán bộ, người đứng đầu, đầu mối hoặc lãnh đạo"
    ),
    "list_list_twice": "người này đã có ở dòng trên, cùng đơn vị",
    "list_list_office_unknown": "chưa có đơn vị “{office}”; nếu là đơn vị mới, thêm --new-office",
    "list_list_office_is_group": "“{office}” là tên chung của nhiều đơn vị",
    "list_list_office_has_ended": "đơn vị “{office}” đã kết thúc",
    "list_invited": "Đã tạo {count} mã liên kết, có hiệu lực 7 ngày.",
    "list_invited_line": "{name} ({office}): {code}",
    "list_sheet": "Phiếu để in: {path}. Tệp có mã của từng người, xin xóa sau khi in.",
    "list_skipped": "Bỏ qua {count} dòng:",
    "list_template": "Đã tạo tệp mẫu {path}; dòng thứ hai là ví dụ, xin thay bằng danh sách thật.",
    # The command line
    "invited_qr": "Mã QR: {path}",
    "invited_again": (
        "Mã liên kết thêm của {name}: {code}\n"
        "Người nhận nhắn mã này từ cuộc trò chuyện mới; mã dùng một lần, có hiệu lực 7 ngày."
    ),
    "person_away": ", đang vắng",
    "person_left": ", đã thôi từ ngày {day}",
    "person_no_channel": "chưa liên kết",
    "person_moved": "{name} nhận việc của {office} từ ngày {day}.",
    "person_role_set": "Vai trò của {name} nay là: {role}.",
    "person_gone": "{name} đã thôi; các địa chỉ liên kết không còn là của cán bộ.",
    "person_followed": "{name} nhận các đơn vị: {offices}.",
    "person_handed_on": "Đã chuyển {count} hỏi đáp đang trả lời dở cho {name}.",
    "person_handed_back": "Đã trả {count} hỏi đáp đang trả lời dở về cho cán bộ của địa phương.",
    "office_unheld": "Chưa có người nhận việc: {names}.",
    "person_set_away": "{name} vắng từ {first} đến hết {last}; người thay: {substitute}.",
    "person_back": "{name} đã có mặt từ ngày {day}.",
    "person_was_here": "{name} không có ngày vắng nào.",
    "nobody": "không có",
    "office_line": "{name}{group}{ended}{aliases}: {holders}",
    "office_group_mark": " (nhóm: {members})",
    "office_group_empty": "chưa chọn đơn vị",
    "office_ended_mark": " (đến hết {day})",
    "office_followed_mark": " (đến hết {day}, nay là {successor})",
    "office_aliases_mark": " [còn gọi: {names}]",
    "offices_none": "{place} chưa có đơn vị nào.",
    "office_alias_added": "“{alias}” nay cũng là {name}.",
    "office_renamed": "Đã đổi tên thành {name}; tên cũ “{old}” vẫn dùng được.",
    "office_merged": "Đã gộp “{old}” vào {name}; tên cũ vẫn dùng được.",
    "office_distinct": "Đã ghi: {name} và {other} là hai đơn vị khác nhau.",
    "office_grouped": "{name} gồm: {members}.",
    "office_ended": "{name} kết thúc, hết ngày {day}.",
    "office_followed": (
        "{name} kết thúc, hết ngày {day}; việc và phản ánh chưa xong chuyển sang {successor}."
    ),
    "office_people_followed": "Người nhận việc chuyển sang theo: {names}.",
    "similar_none": "Không có cặp đơn vị nào có tên gần giống nhau.",
    "similar_line": "{score:.0%}  {name}  ~  {other}",
    "similar_foot": (
        "Là một đơn vị: motcua office merge “tên bỏ” “tên giữ”. "
        "Là hai đơn vị: motcua office distinct “tên này” “tên kia”."
    ),
    "similar_head": "Có {count} cặp đơn vị tên gần giống nhau:",
    "similar_item": "{number}. {name} – {other} (giống {score:.0%})",
    "similar_chat_foot": (
        "Nếu cặp 1 là một đơn vị, nhắn “gộp 1”; nếu là hai đơn vị, nhắn “khác 1”."
    ),
    "similar_which": (
        "Cặp {number}: “{name}” và “{other}”. Gộp xong không tách lại được; tên còn lại vẫn dùng để "
        "tìm. Anh/Chị giữ tên nào?"
    ),
    "similar_gone": "Cặp này không còn; xin nhắn “đơn vị gần giống” để xem lại.",
    "says_merge": "gộp {number}",
    "says_distinct": "khác {number}",
    "says_keep": "gộp {number} giữ {kept}",
    "place_ended": "{name} kết thúc, hết ngày {day}; việc mới chuyển sang {successor}.",
    "place_ended_officials": "Còn {count} cán bộ của {name}; xin mời lại tại {successor}.",
    "place_followed": ", đến hết {day}, nay là {successor}",
    # Errors
    "error_operator_not_invited": (
        "Người quản trị làm việc trên dòng lệnh, không mời bằng mã; xin chọn vai trò khác."
    ),
    "error_office_is_group": "“{name}” là tên chung của nhiều đơn vị; xin chọn một đơn vị cụ thể.",
    "error_office_has_ended": "Đơn vị “{name}” đã kết thúc; xin chọn đơn vị khác.",
    "error_office_not_held": "{name} không nhận việc của “{office}”.",
    "error_office_name_taken": (
        "Tên này đã là của “{name}”; nếu là một, xin gộp: motcua office merge."
    ),
    "error_office_elsewhere": "“{name}” thuộc địa phương khác.",
    "error_office_circle": "“{name}” lại do chính đơn vị này thay thế trước đó.",
    "error_office_same": "“{name}”: hai tên này đã là một đơn vị.",
    "error_office_missing": "Không có đơn vị “{office}”; xem: motcua office list.",
    "error_place_circle": "Không đặt được: địa phương kế thừa lại đã kết thúc vào chính nơi này.",
    "error_end_in_future": "Chưa tới ngày {day}; xin ghi lại vào ngày đó.",
    "error_day_unlikely": "Ngày phải trong khoảng năm 2000 đến 2100.",
    "error_days_reversed": "Ngày cuối đứng trước ngày đầu.",
    "error_person_unknown": "Không có cán bộ số {person}; xem: motcua person list.",
    "error_person_same": "{name}: người thay phải là người khác.",
    "error_person_elsewhere": "{name} thuộc địa phương khác.",
    "error_invite_incomplete": (
        "Xin ghi --office và --name; hoặc --person SỐ; hoặc --from-xlsx TỆP; hoặc --template TỆP."
    ),
    "error_list_no_header": "{name}: không thấy cột “Họ tên” và “Đơn vị/chức danh”.",
    "error_list_too_long": "Danh sách có hơn {limit} người, xin chia nhỏ.",
    "error_list_bad_rows": (
        "{count} dòng chưa đúng, chưa mời ai. Xin sửa, hoặc thêm --skip-bad để bỏ qua."
    ),
    "error_list_empty": "{name}: không có dòng nào dùng được.",
    "error_file_not_written": "Không ghi được tệp {path}.",
}

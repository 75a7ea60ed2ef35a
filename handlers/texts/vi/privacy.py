"""A person's own data, in Vietnamese."""

SENTENCES: dict[str, str] = {
    # What is kept
    "privacy_shown": (
        "Dữ liệu của Ông/Bà hiện được lưu tại đây:\n{lines}\n"
        "Dữ liệu được mã hóa, chỉ người xử lý phản ánh xem được. "
        "Thời gian lưu phản ánh ({years} năm sau khi kết thúc) do cơ quan quy định."
    ),
    "privacy_case": "- Phản ánh {code} gửi ngày {day} ({state}), {until}",
    "privacy_until": "lưu đến {day}",
    "privacy_until_done": "lưu trong khi xử lý",
    "privacy_more": "- Còn {count} phản ánh nữa",
    "privacy_contact": "- Thông tin liên hệ đã cho: {contact}",
    "privacy_files": "- Ảnh, tệp đã gửi: {count}",
    "privacy_consents": "- Việc đã đồng ý: {count} (nhắn “rút đồng ý” để rút lại)",
    "privacy_handovers": (
        "- Lần trao đổi với cán bộ: {count}, mỗi lần được xóa {age} ngày sau khi kết thúc"
    ),
    "privacy_messages": "- Tin nhắn: {count}, mỗi tin được xóa sau {age} ngày",
    "button_erase_data": "Xóa dữ liệu của tôi",
    "says_erase_data": "xóa dữ liệu của tôi",
    "button_copy_data": "Xin bản sao",
    "says_copy_data": "xin bản sao dữ liệu của tôi",
    "privacy_copy": (
        "Đã nhận yêu cầu cung cấp bản sao dữ liệu. Cán bộ trả lời chậm nhất {answer_by} và "
        "cung cấp chậm nhất {due}."
    ),
    # Correcting and taking back
    "privacy_field_phone": "số điện thoại",
    "privacy_field_name": "họ tên",
    "privacy_field_address": "địa chỉ",
    "privacy_corrected": "Đã sửa {field} của Ông/Bà trong {codes}.",
    "privacy_nothing_to_correct": (
        "Hiện không có phản ánh nào lưu {field} của Ông/Bà nên không có gì để sửa."
    ),
    "privacy_bad_phone": (
        "Số điện thoại chưa đúng nên chưa sửa. "
        "Ông/Bà nhắn đủ số, ví dụ: “sửa số điện thoại của tôi thành 0900000000”."
    ),
    "privacy_bad_name": "Chưa rõ họ tên mới nên chưa sửa; xin Ông/Bà nhắn lại đầy đủ.",
    "privacy_bad_address": "Chưa rõ địa chỉ mới nên chưa sửa; xin Ông/Bà nhắn lại đầy đủ.",
    "privacy_noted_corrected": "Người gửi đã sửa thông tin liên hệ.",
    "privacy_withdrawn": (
        "Đã rút các đồng ý của Ông/Bà: họ tên không còn được nêu khi công khai, "
        "tin mẫu không còn được gửi. Việc xử lý phản ánh không thay đổi."
    ),
    "privacy_no_consent": "Ông/Bà chưa đồng ý việc nào tại đây nên không có gì để rút.",
    # Erasing
    "privacy_erase_ask": (
        "Ông/Bà yêu cầu xóa dữ liệu của Ông/Bà tại đây. Theo quy định, cơ quan trả lời trong "
        "{working_days} ngày làm việc và thực hiện xong trong thời hạn {days} ngày."
    ),
    "privacy_kept_open": (
        "{code} đang xử lý nên thông tin của phản ánh này được giữ đến khi xử lý xong và hết "
        "{years} năm lưu trữ do cơ quan quy định."
    ),
    "privacy_kept_ended": (
        "{code} đã kết thúc, hồ sơ được cơ quan lưu đến {day} rồi xóa thông tin cá nhân."
    ),
    "privacy_erase_rest": (
        "Ông/Bà nhắn “đồng ý xóa” thì các dữ liệu khác được xóa ngay và không lấy lại được."
    ),
    "privacy_erase_all": (
        "Ông/Bà nhắn “đồng ý xóa” thì toàn bộ dữ liệu được xóa ngay và không lấy lại được."
    ),
    "button_erase_now": "Đồng ý xóa",
    "says_erase_now": "đồng ý xóa dữ liệu",
    "privacy_erased": (
        "Đã xóa dữ liệu của Ông/Bà trên hệ thống này. "
        "Tin nhắn còn trên máy của Ông/Bà thì Ông/Bà tự xóa."
    ),
    "privacy_erased_but": (
        "Đã nhận yêu cầu xóa dữ liệu, cơ quan trả lời chậm nhất {answer_by} và hoàn tất chậm nhất "
        "{due}.\n{kept}\nDữ liệu khác đã được xóa."
    ),
    # What the clerk sees
    "privacy_kind_access": "Cung cấp bản sao dữ liệu",
    "privacy_kind_correct": "Sửa dữ liệu",
    "privacy_kind_withdraw": "Rút đồng ý",
    "privacy_kind_erase": "Xóa dữ liệu",
    "privacy_told": "Yêu cầu về dữ liệu cá nhân đang chờ:\n{line}",
    "privacy_request": (
        "Yêu cầu {number}: {kind}, nhận ngày {asked}, trả lời chậm nhất {answer_by}, "
        "xong chậm nhất {due}. Phản ánh liên quan: {note}."
    ),
    "privacy_requests": "{count} yêu cầu về dữ liệu cá nhân chưa xong:",
    "privacy_requests_none": "Không có yêu cầu nào về dữ liệu cá nhân đang chờ.",
    "privacy_request_unknown": (
        "Không có yêu cầu số {number} đang chờ. Nhắn “yêu cầu dữ liệu” để xem danh sách."
    ),
    "privacy_request_done": "Đã ghi yêu cầu {number} hoàn thành và báo cho người yêu cầu.",
    "button_request_done": "Xong yêu cầu {number}",
    "says_request_done": "xong yêu cầu {number}",
    "privacy_done": "Yêu cầu của Ông/Bà ngày {asked} ({kind}) đã được cơ quan giải quyết xong.",
}

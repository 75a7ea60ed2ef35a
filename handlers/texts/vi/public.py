"""The public pages, in Vietnamese."""

SENTENCES: dict[str, str] = {
    # All pages
    "public_skip": "Đến nội dung chính",
    "public_nav": "Các trang",
    "public_to_chat": "Trò chuyện",
    "public_to_results": "Kết quả xử lý",
    "public_to_lookup": "Tra cứu",
    "public_to_privacy": "Quyền riêng tư",
    "public_other_language": "English",
    "public_foot": "Trợ lý tự động của {office}. Trường hợp khẩn cấp, gọi 113, 114 hoặc 115.",
    "public_place": "Địa phương",
    "public_all_places": "Tất cả địa phương",
    "public_choose": "Xem",
    # Results
    "public_results_title": "Kết quả xử lý phản ánh, kiến nghị",
    "public_results_about": (
        "Mỗi kết quả được cán bộ kiểm tra và lược bỏ thông tin cá nhân trước khi công khai."
    ),
    "public_quarter": (
        "{period} (số liệu từ {first} đến {last}): nhận mới {received} phản ánh, trả lời đúng hạn "
        "{on_time}, trễ hạn {late} (kể cả quá hạn chưa trả lời)."
    ),
    "public_search": "Tìm kết quả",
    "public_words": "Từ cần tìm",
    "public_words_hint": "Có dấu hay không dấu đều được; cũng có thể nhập mã phản ánh.",
    "public_unit": "Đơn vị xử lý",
    "public_all_units": "Tất cả đơn vị",
    "public_month": "Tháng gửi",
    "public_all_months": "Tất cả các tháng",
    "public_month_name": "Tháng {month}/{year}",
    "public_find": "Tìm",
    "public_show_all": "Xem tất cả",
    "public_count": "Đã công khai {count} kết quả.",
    "public_found": "Tìm thấy {count} kết quả.",
    "public_empty": (
        "Chưa có kết quả nào được công khai. Phản ánh đã trả lời sẽ hiện tại đây sau khi cán bộ "
        "kiểm tra nội dung."
    ),
    "public_none_found": "Không có kết quả phù hợp. Xin thử ít từ hơn hoặc bỏ bớt điều kiện.",
    "public_pages": "Chuyển trang",
    "public_page_of": "Trang {page}/{pages}",
    "public_previous": "Trang trước",
    "public_next": "Trang sau",
    "public_content": "Nội dung phản ánh",
    "public_answer": "Trả lời",
    "public_more": "Xem toàn văn {code}",
    "public_result_title": "Kết quả xử lý {code}",
    "public_back": "Về danh sách kết quả",
    "public_result_unknown": "Chưa có kết quả công khai với mã này",
    "public_result_unknown_body": (
        "Kết quả có thể chưa được công khai hoặc đã được gỡ. "
        "Ông/Bà có thể tra tình trạng xử lý bằng mã phản ánh."
    ),
    "public_fact_code": "Mã phản ánh",
    "public_fact_kind": "Loại",
    "public_fact_sent": "Ngày gửi",
    "public_fact_due": "Hạn trả lời",
    "public_fact_answered": "Ngày trả lời",
    "public_fact_state": "Tình trạng",
    "public_fact_unit": "Đơn vị xử lý",
    "public_fact_document": "Văn bản trả lời",
    "public_fact_solved": "Người gửi đánh giá",
    "public_fact_sender": "Người gửi",
    "public_on_time": "{day}, đúng hạn",
    "public_late": "{day}, trễ {count} ngày",
    "public_document": "số {number} ngày {day}",
    "public_document_signed": "số {number} ngày {day}, người ký: {signer}",
    "public_solved_yes": "Đã giải quyết",
    "public_solved_partly": "Giải quyết một phần",
    "public_solved_no": "Chưa giải quyết",
    # Looking up
    "public_lookup_title": "Tra cứu phản ánh, kiến nghị",
    "public_lookup_about": (
        "Nhập mã đã nhận khi gửi để xem tình trạng xử lý và các mốc ngày. "
        "Trang này không hiện nội dung phản ánh và thông tin người gửi."
    ),
    "public_code": "Mã phản ánh",
    "public_code_hint": "Ví dụ: PA261123-XXXXXX. Chữ hoa, chữ thường, có dấu cách đều được.",
    "public_look": "Tra cứu",
    "public_looked_up": "Tình trạng xử lý",
    "public_not_looked_up": "Chưa tra được",
    "public_no_code": "Xin Ông/Bà nhập mã phản ánh, bắt đầu bằng chữ PA.",
    "public_limited": (
        "Nhiều mã vừa tra không đúng nên việc tra mã tạm dừng. Xin thử lại sau {minutes} phút. "
        "Phản ánh của Ông/Bà vẫn xem được trong cuộc trò chuyện đã gửi."
    ),
    "public_see_result": "Xem kết quả đã công khai",
    "public_lost_code": (
        "Nếu không còn giữ mã, Ông/Bà nhắn “phản ánh của tôi” trong cuộc trò chuyện đã gửi."
    ),
    # What is kept, why, how long
    "notice_title": "Quyền riêng tư",
    "notice_about": (
        "Trang này cho biết trợ lý tự động của {office} lưu những gì của Ông/Bà, để làm gì, trong "
        "bao lâu, và cách xem, sửa hoặc xóa."
    ),
    "notice_channel": "Kênh này là gì",
    "notice_automatic": (
        "Đây là hệ thống tự động, trả lời theo văn bản đã nạp. "
        "Việc tiếp nhận, xử lý và trả lời phản ánh do cán bộ quyết định."
    ),
    "notice_kept": "Dữ liệu được lưu và mục đích",
    "notice_kept_case": ("Nội dung phản ánh, nơi xảy ra, ảnh và tệp gửi kèm: để xử lý và trả lời."),
    "notice_kept_contact": (
        "Họ tên, địa chỉ, số điện thoại: để tiếp nhận chính thức phản ánh về quy định, hành vi hành "
        "chính (Nghị định 20/2008/NĐ-CP, Điều 7) và để cán bộ liên hệ. "
        "Với phản ánh hiện trường, Ông/Bà có thể không cung cấp."
    ),
    "notice_kept_account": (
        "Mã tài khoản trò chuyện, hoặc một tệp cookie trên trình duyệt: để trả lời đúng người. "
        "Cookie không dùng để theo dõi hay quảng cáo."
    ),
    "notice_kept_messages": "Tin nhắn: để hiểu câu hỏi tiếp theo và để Ông/Bà xem lại.",
    "notice_kept_questions": (
        "Câu hỏi chưa trả lời được và lần trao đổi với cán bộ: để cán bộ trả lời."
    ),
    "notice_kept_tries": (
        "Khi tra mã không đúng: dấu vết đã mã hóa của địa chỉ mạng, để ngăn việc dò mã."
    ),
    "notice_identity": "Hệ thống không nhận và không lưu ảnh giấy tờ tùy thân.",
    "notice_basis": (
        "Dữ liệu được xử lý để thực hiện nhiệm vụ của cơ quan nhà nước theo Nghị định "
        "20/2008/NĐ-CP và Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Riêng việc nêu tên khi công "
        "khai và gửi tin theo mẫu chỉ làm khi Ông/Bà đồng ý từng việc."
    ),
    "notice_terms": "Thời gian lưu",
    "notice_term_cases": (
        "Phản ánh: {years} năm sau khi trả lời hoặc kết thúc, do cơ quan quy định. Sau đó nội dung "
        "và thông tin cá nhân được xóa; mã, ngày, tình trạng được giữ để thống kê, "
        "kết quả đã công khai được giữ và không còn tên người gửi."
    ),
    "notice_term_incomplete": (
        "Phản ánh còn thiếu thông tin bắt buộc: chờ bổ sung {days} ngày rồi kết thúc, "
        "xóa sau {lapsed} ngày nữa."
    ),
    "notice_term_messages": "Tin nhắn: {days} ngày.",
    "notice_term_questions": ("Câu hỏi chưa trả lời được và lần trao đổi với cán bộ: {days} ngày."),
    "notice_term_files": (
        "Ảnh, tệp không thuộc phản ánh nào: {days} ngày, hoặc {last} ngày khi phản ánh đang viết dở."
    ),
    "notice_term_cookie": "Cookie của trang trò chuyện: {days} ngày kể từ lần dùng cuối.",
    "notice_term_tries": "Dấu vết tra mã không đúng: {days} ngày.",
    "notice_seen": "Ai xem được",
    "notice_seen_handlers": (
        "Chỉ người xử lý phản ánh xem được nội dung và thông tin liên hệ; "
        "mỗi lần xem được ghi lại. Đơn vị bị phản ánh không xem được."
    ),
    "notice_seen_code": "Người có mã chỉ xem được tình trạng và các mốc ngày.",
    "notice_seen_public": (
        "Kết quả chỉ được công khai sau khi cán bộ kiểm tra và lược bỏ thông tin cá nhân."
    ),
    "notice_seen_sealed": "Nội dung và thông tin cá nhân được mã hóa khi lưu.",
    "notice_seen_carriers": (
        "Tin nhắn gửi qua Zalo, Telegram đi qua máy chủ của các ứng dụng đó; "
        "cơ quan không chuyển dữ liệu cho ai khác ngoài nơi có thẩm quyền xử lý."
    ),
    "notice_rights": "Xem, sửa, xóa dữ liệu",
    "notice_rights_how": "Trong cuộc trò chuyện đã gửi, Ông/Bà nhắn:",
    "notice_right_show": "“dữ liệu của tôi” để xem ngay những gì đang lưu;",
    "notice_right_copy": ("“xin bản sao dữ liệu của tôi” để nhận bản sao, chậm nhất {days} ngày;"),
    "notice_right_correct": (
        "“sửa số điện thoại của tôi thành …” (hoặc họ tên, địa chỉ) để sửa, chậm nhất {days} ngày;"
    ),
    "notice_right_withdraw": "“rút đồng ý” để rút việc đã đồng ý, chậm nhất {days} ngày;",
    "notice_right_erase": "“xóa dữ liệu của tôi” để xóa, chậm nhất {days} ngày.",
    "notice_rights_answer": (
        "Yêu cầu cần cán bộ làm được trả lời trong {days} ngày làm việc. Phản ánh đang xử lý hoặc "
        "còn trong thời gian lưu được giữ lại; trợ lý nêu lý do và thời gian giữ."
    ),
    "notice_rights_else": (
        "Không nhắn được, Ông/Bà liên hệ cơ quan theo địa chỉ, số điện thoại dưới đây."
    ),
    "notice_owner": "Cơ quan chịu trách nhiệm",
    "notice_owner_missing": (
        "Cơ quan chưa nhập địa chỉ, số điện thoại vào hệ thống; xin hỏi tại Bộ phận Một cửa."
    ),
    "notice_owner_choose": "Xin chọn địa phương để xem cơ quan chịu trách nhiệm.",
}

"""What a sender is told of a case, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "term_own": "thời hạn nội bộ của cơ quan",
    "case_kind_scene": "hiện trường",
    "case_kind_conduct": "hành vi hành chính",
    "case_kind_rule": "quy định hành chính",
    "case_kind_petition": "đơn chờ phân loại",
    # Notices to the sender
    "case_notice_needs_info": (
        "{code}: cán bộ xử lý cần Ông/Bà cho biết thêm: {text}\n"
        "Ông/Bà trả lời ngay tại đây; thời hạn xử lý tạm dừng trong khi chờ."
    ),
    "case_notice_accepted": (
        "{code} đã được {office} tiếp nhận. Hạn trả lời: {due}. "
        "Để xem tình hình xử lý, xin nhắn “phản ánh của tôi”."
    ),
    "case_notice_transferred": (
        "{code} không thuộc thẩm quyền giải quyết của UBND {place} nên đã chuyển đến {recipient}. "
        "Lý do: {text}"
    ),
    "case_notice_refused": (
        "{code} không được tiếp nhận. Lý do: {text}\nNơi có thẩm quyền giải quyết: {recipient}."
    ),
    "case_notice_merged": (
        "{code} được gộp vào một phản ánh cùng nội dung đang xử lý. "
        "Khi có kết quả, Ông/Bà sẽ nhận được câu trả lời tại đây."
    ),
    "case_notice_extended": (
        "{code} cần thêm thời gian xử lý, mong Ông/Bà thông cảm. "
        "Hạn trả lời mới: {due}. Lý do: {text}"
    ),
    "case_notice_answered": (
        "{code} đã có kết quả trả lời (văn bản số {number} ngày {day}, người ký: {signer}):\n"
        "{answer}\n"
        "Xin Ông/Bà cho biết việc đã được giải quyết chưa."
    ),
    "case_notice_published": (
        "Kết quả xử lý {code} đã được công khai. Thông tin cá nhân của Ông/Bà đã được lược bỏ; "
        "họ tên chỉ được nêu nếu Ông/Bà đã đồng ý."
    ),
    "case_notice_lapsed": (
        "{code} đã kết thúc vì sau 7 ngày vẫn chưa đủ họ tên, địa chỉ, số điện thoại để tiếp nhận "
        "chính thức (Nghị định 20/2008/NĐ-CP, Điều 7). Ông/Bà có thể gửi lại bất cứ lúc nào."
    ),
    "button_solved": "Đã giải quyết",
    "says_solved": "đã giải quyết {code}",
    "button_partly_solved": "Giải quyết một phần",
    "says_partly_solved": "giải quyết một phần {code}",
    "button_unsolved": "Chưa giải quyết",
    "says_unsolved": "chưa giải quyết {code}",
    "button_withdraw_case": "Rút phản ánh",
    "says_withdraw_case": "rút phản ánh {code}",
    # Asked, told and shown again by itself
    "case_asked_again": (
        "{code} vẫn chờ Ông/Bà cho biết thêm: {text}\n"
        "Ông/Bà trả lời ngay tại đây; nếu không cần xử lý nữa, Ông/Bà có thể rút phản ánh."
    ),
    "case_progress": (
        "Tình hình phản ánh của Ông/Bà:\n{lines}\n"
        "Ứng dụng này chỉ cho phép nhắn tin trong {days} ngày kể từ tin cuối của Ông/Bà. "
        "Để tiếp tục nhận tin tại đây, Ông/Bà bấm nút bên dưới hoặc nhắn “tiếp tục nhận tin”."
    ),
    "button_keep_informed": "Tiếp tục nhận tin",
    "says_keep_informed": "tiếp tục nhận tin",
    "case_kept_informed": (
        "Đã ghi nhận. Khi phản ánh có kết quả, Ông/Bà sẽ nhận được tin tại đây; "
        "để xem tình hình xử lý, Ông/Bà nhắn “phản ánh của tôi”."
    ),
    "case_arrears": "Tin trước đây chưa gửi được đến Ông/Bà:\n{text}",
    # What officials are told by itself
    "case_terms_head": "{count} phản ánh cần chú ý về thời hạn:",
    "case_terms_more": "Còn {count} phản ánh nữa; nhắn “việc PAKN” để xem.",
    "case_term_half": "{code} ({kind}) đã qua nửa thời gian, {term} {due}: {gist}",
    "case_term_last": "{code} ({kind}) sắp đến {term} {due}: {gist}",
    "case_term_over": "{code} ({kind}) đã quá {term} {due}, nơi đang xử lý: {office}. Nội dung: {gist}",
    "case_term_acceptance": "hạn tiếp nhận",
    "case_term_handling": "hạn trả lời",
    "case_term_transfer": "hạn chuyển",
    "case_term_no_office": "công chức đầu mối",
    "case_undecided": (
        "{code}: sau {days} ngày người gửi chưa bổ sung thông tin. "
        "Anh/Chị xem xét xử lý tiếp, từ chối hoặc chuyển nơi khác."
    ),
    "case_call_answered": "Cần gọi điện báo kết quả {code} cho người gửi.",
    "case_call_needs_info": "Cần gọi điện hỏi người gửi {code} thông tin còn thiếu.",
    "case_call_refused": "Cần gọi điện báo người gửi: {code} không được tiếp nhận.",
    "case_call_transferred": "Cần gọi điện báo người gửi: {code} đã chuyển cơ quan khác.",
    "case_call_extended": "Cần gọi điện báo người gửi hạn trả lời mới của {code}.",
    "case_call_done": (
        "Người gửi chưa nhận được tin. Số điện thoại có trong nội dung phản ánh; "
        "gọi xong, Anh/Chị nhắn “đã gọi {code}”."
    ),
    "case_noted_asked_again": "Đã nhắc người gửi bổ sung thông tin.",
    "case_noted_undecided": "Đã đề nghị công chức đầu mối xem xét vì người gửi chưa bổ sung.",
    "case_noted_call": "Tin nhắn không đến được người gửi; đã đề nghị gọi điện.",
    "case_noted_progress": "Đã báo người gửi tình hình xử lý.",
    # Whether the sender knows
    "case_told_by_chat": "đã báo người gửi lúc {at}",
    "case_told_by_phone": "đã gọi điện báo người gửi lúc {at}",
    "case_untold": "đã gửi, người gửi chưa xem",
    "case_untold_failed": "chưa báo được người gửi, cần gọi điện",
}

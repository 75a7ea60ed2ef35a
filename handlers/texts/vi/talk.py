"""The Vietnamese sentences. Citizens are Ông/Bà, officials Anh/Chị."""

SENTENCES = {
    # Greeting and general
    "greeting": (
        "Trợ lý tự động {place} xin chào Ông/Bà. Ông/Bà có thể hỏi về kế hoạch, thời hạn, "
        "đơn vị phụ trách, hoặc gửi phản ánh, kiến nghị."
    ),
    "place_unknown": "của cơ quan",
    "button_feedback": "Gửi phản ánh",
    "button_cancel": "Huỷ",
    "button_send": "Gửi",
    "button_skip": "Bỏ qua",
    "nothing_read": (
        "Tin này không có chữ nên chưa đọc được. Xin Ông/Bà nhắn bằng chữ, một câu ngắn là đủ."
    ),
    "too_long": (
        "Tin nhắn dài quá {limit} ký tự nên chưa xử lý được. "
        "Xin Ông/Bà chia thành từng câu hỏi ngắn."
    ),
    "nothing_to_cancel": "Hiện không có việc nào đang làm dở.",
    "dialogue_from_other_version": (
        "Hệ thống vừa được nâng cấp nên nội dung đang viết dở không tiếp tục được. "
        "Nội dung Ông/Bà đã nhập: “{text}”. Xin nhắn “phản ánh” để gửi lại."
    ),
    "failed": (
        "Hệ thống đang gặp sự cố nên chưa xử lý được tin vừa rồi. "
        "Tin đã được lưu; xin Ông/Bà nhắn lại sau ít phút."
    ),
    "too_fast": "Ông/Bà gửi nhiều tin liên tiếp. Xin chờ một phút rồi gửi tiếp.",
    "not_stored": (
        "Hệ thống đang gặp sự cố nên tin chưa gửi được. "
        "Nội dung vẫn còn trong ô nhập; xin Ông/Bà gửi lại sau ít phút."
    ),
    # Questions
    "ask_place": "Ông/Bà hỏi về địa phương nào? Hệ thống hiện có kế hoạch của: {places}.",
    "source": "Nguồn: {source}.",
    "related": "Có liên quan:",
    "at_the_latest": ", tức chậm nhất {day}",
    "days_meant": ", tức các ngày {days}",
    "no_day_stated": " (kế hoạch không ghi ngày cụ thể)",
    "no_timeframe": "Kế hoạch không ghi thời gian cho việc này.",
    "lead": "Chủ trì: {units}.",
    "no_lead": "Kế hoạch không ghi cơ quan chủ trì.",
    "supporting": "Phối hợp: {units}.",
    "no_supporting": "Kế hoạch không ghi cơ quan phối hợp.",
    "targets": "Chỉ tiêu: {targets}.",
    "references": "Căn cứ: {references}.",
    "deliverable": "Sản phẩm: {deliverable}.",
    "no_deliverable": "Kế hoạch không ghi sản phẩm.",
    "refused_nothing_held": (
        "Hệ thống chưa có kế hoạch nào để trả lời. Ông/Bà có thể gửi phản ánh, kiến nghị tại đây."
    ),
    "refused_unknown_place": (
        "Hệ thống không có kế hoạch của {place}. Hiện chỉ có kế hoạch của: {held}."
    ),
    "refused_other_year": (
        "Hệ thống chưa có kế hoạch năm {year} của {held}. Hiện có kế hoạch năm {years}."
    ),
    "refused_no_amount": "Các kế hoạch hiện có không nêu số tiền nên hệ thống không trả lời được.",
    "refused_nothing_close": (
        "Các kế hoạch hiện có không nêu nội dung này nên hệ thống không trả lời phỏng đoán. "
        "Nếu có việc vướng mắc, Ông/Bà có thể gửi phản ánh tại đây."
    ),
    "call_office": "Cần hỏi thêm, xin gọi {phone}.",
    "profile_hours": "Giờ làm việc: {hours_days}, {hours_morning} và {hours_afternoon}.",
    "profile_saturday": "Thứ Bảy: {hours_saturday}.",
    "profile_address": "Địa chỉ: {office_address}.",
    "profile_phone": "Điện thoại: {office_phone}.",
    "profile_desk": (
        "{one_stop_desk_name}: {one_stop_desk_address}, điện thoại {one_stop_desk_phone}."
    ),
    "profile_reception": (
        "Tiếp công dân: {reception_address}; {reception_schedule}; điện thoại {reception_phone}."
    ),
    # Feedback
    "feedback_ask_place": "Ông/Bà gửi phản ánh tới địa phương nào?",
    "feedback_no_place": (
        "Hệ thống chưa được cài đặt cho địa phương nào nên chưa nhận phản ánh. "
        "Xin Ông/Bà liên hệ trực tiếp cơ quan."
    ),
    "feedback_ask_content": (
        "Xin Ông/Bà cho biết việc cần phản ánh: việc gì, ở đâu, từ khi nào. "
        "Muốn dừng, xin nhắn “huỷ”."
    ),
    "feedback_too_short": "Xin Ông/Bà viết rõ hơn: việc gì, ở đâu. Một câu ngắn là đủ.",
    "feedback_ask_contact": (
        "Nội dung ghi được: {content}\n"
        "Xin cho biết họ tên, địa chỉ, số điện thoại để cán bộ liên hệ và trả lời. "
        "Không muốn để lại, xin nhắn “bỏ qua”.\n"
        "Phản ánh về quy định hành chính hoặc hành vi của cán bộ chỉ được tiếp nhận chính thức khi "
        "có đủ ba thông tin này (Nghị định 20/2008/NĐ-CP, Điều 7)."
    ),
    "feedback_review": (
        "Xin Ông/Bà xem lại trước khi gửi tới {place}:\n"
        "Nội dung: {content}\n"
        "Liên hệ: {contact}\n"
        "Nhắn “gửi” để gửi, “sửa” để viết lại nội dung, “huỷ” để dừng."
    ),
    "feedback_review_again": "Xin nhắn “gửi” để gửi, “sửa” để viết lại, hoặc “huỷ” để dừng.",
    "button_edit": "Sửa",
    "contact_none": "không để lại",
    "feedback_cancelled": "Đã huỷ, nội dung vừa nhập không được lưu.",
    "feedback_idle": (
        "Phản ánh Ông/Bà viết dở đã được đóng vì quá một ngày chưa gửi, nội dung không được lưu. "
        "Cần gửi lại, xin nhắn “phản ánh”."
    ),
    "feedback_received": (
        "Đã ghi nhận phản ánh của Ông/Bà gửi {place}. Mã phản ánh: {code}.\n"
        "Cán bộ sẽ xem xét tiếp nhận chậm nhất {accept_by}. "
        "Nhắn mã này bất cứ lúc nào để biết tình trạng."
    ),
    "case_unknown": "Chưa tìm thấy phản ánh có mã {code}. Xin Ông/Bà kiểm tra lại mã.",
    "case_code_wrong": (
        "Mã phản ánh chưa đúng, xin Ông/Bà kiểm tra lại. Mã có dạng PA261123-XXXXXX."
    ),
    "case_status": "{code}: {state}. Gửi lúc {received_at}; tiếp nhận chậm nhất {accept_by}.",
    "case_status_later": "{code}: {state}. Gửi lúc {received_at}; cập nhật lúc {changed_at}.",
    "cases_own": "Phản ánh của Ông/Bà:\n{lines}",
    "cases_none": "Ông/Bà chưa gửi phản ánh nào từ cuộc trò chuyện này.",
    "state_received": "Đã gửi, chờ tiếp nhận",
    "state_needs_info": "Chờ bổ sung",
    "state_accepted": "Đã tiếp nhận",
    "state_assigned": "Đã phân công",
    "state_in_progress": "Đang xử lý",
    "state_drafted": "Đang xử lý",
    "state_approved": "Đang xử lý",
    "state_answered": "Đã trả lời",
    "state_reopened": "Đang xử lý lại",
    "state_refused": "Không tiếp nhận",
    "state_transferred": "Đã chuyển cơ quan có thẩm quyền",
    "state_merged": "Đã gộp với phản ánh khác",
    "state_withdrawn": "Người gửi đã rút",
    "state_closed": "Kết thúc",
    # People
    "joined": (
        "Đã liên kết cuộc trò chuyện này với {office}, {place}. Hệ thống sẽ nhắc Anh/Chị trước hạn "
        "vào sáng ngày làm việc. Nhắn “việc của tôi” để xem các việc đang mở."
    ),
    "invitation_void": (
        "Mã liên kết không đúng, đã dùng hoặc đã hết hạn. Xin Anh/Chị đề nghị đầu mối cấp mã mới."
    ),
    # Nudges
    "digest_head": "Anh/Chị có {count} việc đến hạn của {office}:",
    "digest_head_late": (
        "Anh/Chị có {count} việc đến hạn của {office} (tin này gửi muộn do hệ thống tạm ngừng):"
    ),
    "digest_item": "{number}. {content} – hạn {last_day}{days_left}.",
    "digest_source": "   Nguồn: {source}. Nguyên văn thời gian: “{timeframe}”.",
    "digest_more": "Còn {count} việc nữa; nhắn “việc của tôi” để xem hết.",
    "digest_foot": "Nhắn “xong 1” khi hoàn thành việc 1, kèm số văn bản nếu có.",
    "days_left": " (còn {days} ngày làm việc)",
    "days_today": " (hôm nay)",
    "days_late": " (đã qua hạn, chưa cập nhật kết quả)",
    "own_tasks": "Anh/Chị có {count} việc đang mở:",
    "own_tasks_none": "Anh/Chị không có việc nào đang mở có ngày hạn.",
    "not_linked": (
        "Cuộc trò chuyện này chưa liên kết với đơn vị nào. "
        "Nếu Anh/Chị là cán bộ, xin nhắn mã liên kết do đầu mối cấp."
    ),
    "done": "Đã ghi việc {number} hoàn thành ngày {day}{note}.",
    "done_note": ", kết quả: {note}",
    "done_already": "Việc {number} đã được ghi hoàn thành trước đó.",
    "no_such_item": "Không có việc số {number}. Nhắn “việc của tôi” để xem danh sách.",
    "nobody_linked": "chưa có ai liên kết",
    "no_office": "chưa có đơn vị nhận",
}

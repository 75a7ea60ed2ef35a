"""Work given out in chat, and how it stands."""

SENTENCES: dict[str, str] = {
    # Giving work out
    "assigning_review": (
        "Giao {offices}: “{content}”, hạn {day}{after}. "
        "Nhắn “giao” nếu đúng, “sửa” để sửa, “hủy” để bỏ."
    ),
    "assigning_members": "{offices} ({members})",
    "assigning_many": "{count} đơn vị",
    "assigning_after": ", theo {document}",
    "assigning_day_off": " (ngày nghỉ; ngày làm việc liền trước là {day})",
    "assigning_ask_office": "Xin cho biết giao cho đơn vị nào (nhắn tên hoặc số thứ tự):",
    "assigning_ask_content": "Xin cho biết nội dung công việc cần giao.",
    "assigning_ask_day": "Xin cho biết hạn hoàn thành, ví dụ “thứ Sáu” hoặc “trước 15/12”.",
    "assigning_ask_day_unread": (
        "Chưa đọc được ngày. Xin nhắn lại, ví dụ “15/12/2026” hoặc “trong 3 ngày làm việc”."
    ),
    "assigning_ask_edit": (
        "Xin nhắn phần cần sửa: tên đơn vị, hạn mới hoặc nội dung mới; hoặc nhắn lại cả câu giao việc."
    ),
    "assigning_given": "Đã giao {offices}: “{content}”, hạn {day}. Mã việc: {codes}.",
    "assigning_told_now": "Đã báo {names}.",
    "assigning_told_later": "{names} sẽ được báo lúc {time}.",
    "assigning_unlinked": (
        "{offices}: chưa có cán bộ liên kết nên chưa ai được báo. Công chức đầu mối nhắn "
        "“mời <họ tên> vào {office}” để mời, hoặc chuyển việc này bằng văn bản."
    ),
    "assigning_told": "{name} giao {office}: “{content}”, hạn {day}{after}.",
    "assigning_told_office": "{office} được giao: “{content}”, hạn {day}{after}.",
    "assigning_dropped": "Đã hủy, chưa giao việc này cho đơn vị nào.",
    "assigning_over_given": "Việc này đã được giao từ trước, Anh/Chị không cần xác nhận lại.",
    "assigning_over_dropped": "Việc này đã hủy từ trước, chưa giao cho đơn vị nào.",
    "assigning_idle": (
        "Nội dung giao việc để quá một ngày nên đã được hủy, chưa giao cho đơn vị nào. "
        "Nếu vẫn cần giao, xin nhắn lại."
    ),
    "assigning_not_allowed": (
        "Việc giao tại đây do lãnh đạo, công chức đầu mối hoặc người đứng đầu đơn vị thực hiện."
    ),
    "assigning_own_only": (
        "Anh/Chị giao được việc cho đơn vị mình phụ trách; việc cho đơn vị khác do lãnh đạo hoặc "
        "công chức đầu mối giao."
    ),
    "error_assigning_no_content": "Chưa có nội dung công việc cần giao.",
    "error_assigning_content_long": "Nội dung giao việc dài quá {limit} ký tự; xin viết gọn lại.",
    "error_assigning_day_past": "Ngày {day} đã qua nên không giao được; xin cho biết hạn khác.",
    "error_assigning_day_far": "Ngày {day} quá xa; xin kiểm tra lại năm của hạn.",
    "error_assigning_group_empty": (
        "“{office}” chưa có đơn vị thành viên nên chưa giao được; xin nêu tên từng đơn vị."
    ),
    "button_assign": "Giao",
    "says_assign": "giao",
    # Taking work back
    "button_withdraw_work": "Thu hồi",
    "says_withdraw_work": "thu hồi {codes}",
    "work_withdrawn": "Đã thu hồi việc {code} của {office}.",
    "withdraw_unknown": "Không có việc {code} trong phạm vi Anh/Chị theo dõi.",
    "assigning_withdrawn_told": "{name} đã thu hồi việc {code}: “{content}”. Anh/Chị không phải làm nữa.",
    "assigning_withdrawn_told_office": "Việc {code} đã được thu hồi: “{content}”. Anh/Chị không phải làm nữa.",
    "error_withdraw_not_allowed": (
        "Việc {item} chỉ do người giao, lãnh đạo hoặc công chức đầu mối thu hồi."
    ),
    "error_withdraw_of_plan": (
        "Việc {item} theo kế hoạch nên không thu hồi tại đây; xin sửa hoặc thay kế hoạch."
    ),
    "error_withdraw_twice": "Việc {item} đã được thu hồi hoặc hủy từ trước.",
    "error_withdraw_done": "Việc {item} đã hoàn thành nên không thu hồi.",
    # How work stands
    "status": "Đã nộp {count}/{total}. Chưa cập nhật kết quả: {missing}",
    "status_group": "Đã nộp {count}/{total} – còn thiếu: {missing}",
    "status_missing": "{offices} (hạn {day})",
    "status_urge": "; nhắn 1 để đôn đốc {whom}",
    "urge_whom_one": "đơn vị này",
    "urge_whom_two": "cả hai đơn vị",
    "urge_whom_many": "cả {count} đơn vị",
    "urge_whom_missing": "các đơn vị còn thiếu",
    "status_complete": "Đã nộp đủ {count}/{total}.",
    "status_decided_later": "Đã nộp {count}/{total}.",
    "status_disputed": "Đang xem xét đơn vị thực hiện: {offices}.",
    "status_what": "Việc: {content}. Nguồn: {source}.",
    "status_which": "Có {count} việc gần với câu hỏi, Anh/Chị cần xem việc nào:",
    "status_unknown": (
        "Chưa thấy việc nào đã giao cho các đơn vị có nội dung “{topic}”. "
        "Nhắn “việc quá hạn” để xem các việc chưa cập nhật kết quả."
    ),
    "says_status": "tình hình {code}",
    "button_urge_missing": "Nhắc các đơn vị còn thiếu",
    "says_urge_missing": "đôn đốc {codes}",
    "late_head": "{place} có {count} việc đã quá hạn, chưa cập nhật kết quả:",
    "late_head_own": "Đơn vị của Anh/Chị có {count} việc đã quá hạn, chưa cập nhật kết quả:",
    "late_none": "{place} không có việc nào quá hạn mà chưa cập nhật kết quả.",
    "late_none_own": "Đơn vị của Anh/Chị không có việc nào quá hạn mà chưa cập nhật kết quả.",
    "late_office": "{office} ({count} việc):",
    "late_item": "{number}. {content} – hạn {last_day}{days_late}",
    "late_foot": "Nhắn “xem 1” để đọc nguyên văn, “đôn đốc 1” để đôn đốc.",
    "late_foot_own": "Nhắn “xem 1” để đọc nguyên văn, “xong 1” khi hoàn thành.",
    "late_ask_list": "Anh/Chị nhắn “việc quá hạn” để xem việc quá hạn theo từng đơn vị.",
    "office_tasks": "{office} có {count} việc chưa hoàn thành:",
    "office_tasks_none": "{office} không có việc nào có hạn mà chưa hoàn thành.",
    "office_tasks_not_told": (
        "Việc của đơn vị khác do lãnh đạo, công chức đầu mối theo dõi; "
        "nhắn “việc của tôi” để xem việc của Anh/Chị."
    ),
    # On the command line
    "task_cli_line": "{item}  {day}  {office}: {content} ({state})",
    "task_cli_none": "Không có việc nào.",
    "task_cli_told": "Người được báo: {names}.",
    "task_cli_unlinked": "Chưa có ai liên kết tại {offices}; mời bằng lệnh motcua person invite.",
    "task_cli_source": "Nguồn: {source}.",
    "task_cli_put_off": "Đã được gia hạn, hạn cũ {day}.",
    "task_cli_result": "Kết quả: {note}",
    "task_cli_done": "Đã ghi hoàn thành việc {item} thay {office}.",
    "task_cli_undone": " (đã hoàn tác)",
    "task_cli_event": "{at}  {person}: {action}{day}{note}{undone}",
    "error_task_unknown": "Không có việc mang mã {item}; mã viết như V12.",
}

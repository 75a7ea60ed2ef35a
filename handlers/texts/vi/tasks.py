"""What officials say of their work, and what comes of it."""

SENTENCES: dict[str, str] = {
    # Done
    "task_done": (
        "Đã ghi việc {item} hoàn thành ngày {day}{late}{note}. "
        "Nếu nhầm, nhắn “hoàn tác {item}” trong hôm nay."
    ),
    "task_done_for": (
        "Đã ghi thay {office}: việc {item} hoàn thành ngày {day}{late}{note}. "
        "Nếu nhầm, nhắn “hoàn tác {item}” trong hôm nay."
    ),
    "task_done_document": ", sản phẩm: {note}",
    "task_done_result": ", kết quả: {note}",
    "task_done_late": ", muộn {days} ngày làm việc so với hạn {day}",
    "task_done_late_little": ", sau hạn {day}",
    "task_note_wanted": (
        "Nếu có số văn bản hoặc kết quả, xin Anh/Chị nhắn tiếp, ví dụ “cv số 45”."
    ),
    "task_noted": "Đã ghi thêm cho việc {item}{note}.",
    "task_not_of_office": (
        "Việc {item} thuộc {office}, không phải {named}. Nhắn “việc của {named}” để xem danh sách."
    ),
    "error_task_line_wanted": (
        "Việc {item} cần một dòng kết quả để tổng hợp báo cáo. Xin Anh/Chị nhắn kết quả, một câu "
        "ngắn là đủ."
    ),
    "error_task_done_already": "Việc {item} đã được {name} ghi hoàn thành lúc {at}.",
    "error_task_not_done_yet": (
        "Việc {item} chưa được ghi hoàn thành nên chưa ghi kết quả. Nếu đã xong, xin nhắn "
        "“xong {item}” kèm kết quả."
    ),
    "error_task_past": (
        "Việc {item} có hạn {day}, đã qua trước khi kế hoạch được xác nhận nên không được nhắc và "
        "không gia hạn; nếu đã làm, xin nhắn “xong {item}”."
    ),
    "error_task_gone": (
        "Việc {item} không còn hiệu lực (kế hoạch đã thay đổi, việc đã thu hồi hoặc giao đơn vị "
        "khác) nên Anh/Chị không cần cập nhật."
    ),
    "error_task_of_others": "Việc {item} thuộc {office} nên Anh/Chị không cập nhật được.",
    "task_operator": "người quản trị hệ thống",
    "task_which": (
        "Xin Anh/Chị nhắn kèm số thứ tự của việc; nhắn “việc của tôi” để xem danh sách."
    ),
    "task_wait_dropped": "Đã bỏ qua nội dung vừa hỏi; việc vẫn như cũ.",
    # Undone
    "task_undone_done": "Đã hoàn tác: việc {item} của {office} trở lại chưa hoàn thành, hạn {day}.",
    "task_undone_noted": "Đã bỏ kết quả vừa ghi thêm cho việc {item} của {office} (hạn {day}).",
    "task_undone_disputed": "Đã hoàn tác: việc {item} vẫn thuộc {office}, hạn {day}.",
    "task_undone_paused": (
        "Đã bỏ hẹn nhắc lại việc {item} của {office}; hạn {day} được nhắc như thường lệ."
    ),
    "task_undone_asked": "Đã rút đề nghị gia hạn việc {item} của {office}; hạn vẫn là {day}.",
    "task_undone_recorded": (
        "Đã bỏ ghi nhận đề nghị gia hạn việc {item} của {office}; hạn vẫn là {day}."
    ),
    "error_task_nothing_said_today": (
        "Hôm nay Anh/Chị chưa cập nhật việc nào nên không có gì để hoàn tác. Nội dung của ngày "
        "trước, xin báo công chức đầu mối."
    ),
    "error_task_nothing_said": "Việc {item} chưa có cập nhật nào để hoàn tác.",
    "error_task_undo_too_late": (
        "Việc {item} được cập nhật từ ngày trước nên Anh/Chị không tự hoàn tác được; xin báo công "
        "chức đầu mối."
    ),
    "error_task_undo_of_others": (
        "Việc {item} do {name} cập nhật nên Anh/Chị không hoàn tác được; xin báo công chức đầu mối."
    ),
    "error_task_decided_since": (
        "Việc {item} đã được xử lý tiếp sau đó nên không hoàn tác được; nhắn “xem {item}” để xem "
        "diễn biến."
    ),
    # Later
    "task_later": "Sẽ nhắc lại việc {item} sáng {until}, hạn {day}.",
    "task_later_capped": (
        "Việc {item} có hạn {day} nên sẽ nhắc lại chậm nhất sáng {until}, sớm hơn ngày Anh/Chị chọn."
    ),
    "task_later_when": "Anh/Chị muốn được nhắc lại việc {item} vào sáng ngày nào?",
    "button_task_later_on": "{label}",
    "says_task_later_on": "nhắc lại {code} {day}",
    "error_task_no_later": (
        "Việc {item} có hạn {day}, không còn buổi sáng làm việc nào trước hạn để nhắc lại."
    ),
    "error_task_later_past": "Ngày nhắc lại việc {item} phải sau hôm nay.",
    # Not ours
    "task_disputed": (
        "Đã chuyển công chức đầu mối xem xét: Anh/Chị cho rằng việc này {whose}. Trong khi chờ phân "
        "công lại, hệ thống tạm dừng nhắc Anh/Chị về việc này."
    ),
    "task_disputed_unheard": (
        "Đã ghi: Anh/Chị cho rằng việc này {whose}. Hiện chưa có công chức đầu mối nào nhận được tin "
        "tại đây, xin Anh/Chị báo trực tiếp; trong khi chờ, hệ thống tạm dừng nhắc về việc này."
    ),
    "task_disputed_own": (
        "Đã ghi việc {item} không thuộc đơn vị Anh/Chị. Anh/Chị là công chức đầu mối, xin chọn cách "
        "giải quyết."
    ),
    "task_whose": "thuộc {office}",
    "task_whose_not": "không thuộc {office}",
    "task_disputed_whose": ", mà thuộc {whose}",
    "task_told_disputed": (
        "{name} cho rằng việc {item} không thuộc {office}{whose}: “{content}”, hạn {day}. "
        "Xin Anh/Chị quyết định."
    ),
    "task_told_disputed_office": (
        "{name} đã báo việc {item} không thuộc {office}: “{content}”, hạn {day}. Việc này tạm dừng "
        "nhắc, chờ công chức đầu mối xem xét."
    ),
    "error_task_disputed_already": (
        "Việc {item} đang chờ công chức đầu mối xem xét thuộc đơn vị nào."
    ),
    "error_task_clerk_decides": "Việc {item} thuộc đơn vị nào do công chức đầu mối quyết định.",
    "error_task_not_disputed": "Việc {item} không bị báo là không thuộc đơn vị được giao.",
    "error_task_same_office": "Việc {item} đang thuộc {office}, không cần giao lại.",
    "error_task_give_group": (
        "{office} gồm nhiều đơn vị; việc {item} cần giao cho từng đơn vị, xin nhắn tên một đơn vị."
    ),
    "error_task_kept_already": "{name} đã giữ nguyên việc {item} cho {office} lúc {at}.",
    "error_task_given_already": "{name} đã giao việc {item} cho {office} lúc {at}.",
    "task_office_wanted": "Xin Anh/Chị nhắn tên đơn vị nhận việc {item}.",
    "task_office_unsure": (
        "Chưa xác định được đơn vị “{named}” nhận việc {item}; xin Anh/Chị chọn hoặc nhắn lại tên "
        "đơn vị."
    ),
    "task_kept": "Đã giữ nguyên việc {item} cho {office}, hạn {day}.",
    "task_given": "Đã giao việc {item} cho {office}, hạn {day}.",
    "task_told": "Đã báo: {names}.",
    "task_told_nobody": "Chưa có ai của đơn vị nhận được tin tại đây, xin Anh/Chị báo trực tiếp.",
    "task_told_kept": (
        "{name} xác định việc {item} thuộc {office}: “{content}”, hạn {day}{why}. "
        "Việc được nhắc trở lại."
    ),
    "task_told_given_away": (
        "{name} đã giao {other} việc {item} của {office}: “{content}”. Anh/Chị không phải thực hiện "
        "việc này nữa (hạn {day})."
    ),
    "task_told_given": "{name} giao {other} việc {item}: “{content}”, hạn {day} (trước thuộc {before}).",
    "button_task_give": "Giao đơn vị khác",
    "says_task_give": "giao {code} cho đơn vị khác",
    "button_task_give_to": "Giao {office}",
    "says_task_give_to": "giao {code} cho {office}",
    "button_task_keep": "Giữ nguyên",
    "says_task_keep": "giữ nguyên {code}",
    # More time
    "task_asked": (
        "Đã trình {whom} đề nghị gia hạn việc {item} đến {until}{why}. Khi chưa được duyệt, hạn cũ "
        "vẫn giữ nguyên."
    ),
    "task_whom_leader": "lãnh đạo",
    "task_whom_other": "người có thẩm quyền",
    "task_nobody_decides": (
        "Hiện chưa có lãnh đạo nào nhận được tin tại đây, xin Anh/Chị trình trực tiếp."
    ),
    "task_reason": ", lý do: {reason}",
    "task_why": ", lý do: {reason}",
    "task_day_wanted": (
        "Việc {item} có hạn {day}. Xin Anh/Chị cho biết ngày muốn gia hạn đến và lý do, ví dụ "
        "“đến thứ Sáu tuần sau”."
    ),
    "task_day_off": "Ngày đề nghị ({day}) là ngày nghỉ nên chuyển sang ngày làm việc kế tiếp.",
    "error_task_day_past": (
        "Ngày đề nghị ({asked}) đã qua; việc {item} có hạn {day}, xin nhắn một ngày sau hôm nay."
    ),
    "error_task_day_not_later": (
        "Ngày đề nghị ({asked}) không sau hạn của việc {item} ({day}); xin nhắn một ngày sau hạn này."
    ),
    "task_superior": "cơ quan cấp trên",
    "task_number_wanted": (
        "Việc {item} theo kế hoạch của {issuer}, nơi quyết định việc gia hạn. Xin Anh/Chị cho biết số "
        "văn bản đề nghị gia hạn đến {until}, ví dụ “cv số 45”."
    ),
    "task_recorded": (
        "Đã ghi đề nghị gia hạn việc {item} đến {until}: {document}. Khi {issuer} chưa đồng ý, hạn cũ "
        "vẫn giữ nguyên và hệ thống tiếp tục nhắc."
    ),
    "task_told_asked": (
        "{name} đề nghị gia hạn việc {item} của {office}: “{content}”, từ {day} đến {new_day}{why}. "
        "Xin Anh/Chị cho ý kiến."
    ),
    "task_told_granted": (
        "{name} đồng ý gia hạn việc {item} của {office}: “{content}”, hạn mới {new_day} (hạn cũ "
        "{day}){why}."
    ),
    "task_told_refused": (
        "{name} không đồng ý gia hạn việc {item} của {office}: “{content}” đến {new_day}{why}. "
        "Hạn vẫn là {day}."
    ),
    "task_granted": "Đã đồng ý gia hạn việc {item} của {office} đến {day}.",
    "task_refused": "Đã ghi không đồng ý gia hạn việc {item} của {office}; hạn vẫn là {day}.",
    "error_task_leader_decides": "Gia hạn việc {item} do lãnh đạo hoặc người giao việc quyết định.",
    "error_task_not_asked": "Việc {item} không có đề nghị gia hạn nào.",
    "error_task_other_day": (
        "Đơn vị đã đổi đề nghị: việc {item} nay xin gia hạn đến {day}. Xin Anh/Chị quyết định lại."
    ),
    "error_task_asked_day_past": (
        "Ngày đề nghị gia hạn việc {item} ({day}) đã qua; đơn vị cần đề nghị ngày khác."
    ),
    "error_task_granted_already": "{name} đã đồng ý gia hạn việc {item} đến {day}.",
    "error_task_refused_already": "{name} đã không đồng ý gia hạn việc {item} đến {day}.",
    "button_task_grant": "Đồng ý gia hạn",
    "says_task_grant": "đồng ý gia hạn {code} đến {day}",
    "button_task_refuse": "Không đồng ý",
    "says_task_refuse": "không đồng ý gia hạn {code} đến {day}",
    # Urged
    "task_urged": "Đã gửi đôn đốc tới: {names}.",
    "task_urged_nobody": "Chưa có ai nhận được tin tại đây ở {offices}; xin Anh/Chị liên hệ trực tiếp.",
    "task_urged_again": "Việc {items} đã được đôn đốc trong hôm nay.",
    "task_urged_over": "Việc {items} không còn chờ kết quả.",
    "task_urged_others": "Việc {items} không thuộc đơn vị Anh/Chị phụ trách nên không đôn đốc được.",
    "task_urged_later": "Tin được gửi lúc {at}.",
    "task_urge_none": "Không có việc nào cần đôn đốc.",
    "task_told_urged": "{name} đôn đốc {count} việc, xin Anh/Chị cập nhật kết quả:",
    # Told to the others of the office
    "task_told_done": (
        "{name} đã ghi hoàn thành việc {item} của {office}: “{content}”, hạn {day}{note}. "
        "Anh/Chị không cần cập nhật nữa."
    ),
    "task_told_done_for": (
        "{name} đã ghi thay {office} hoàn thành việc {item}: “{content}”, hạn {day}{note}. "
        "Nếu chưa đúng, xin báo công chức đầu mối."
    ),
    "task_told_undone": (
        "{name} đã hoàn tác cập nhật vừa rồi: việc {item} của {office} chưa hoàn thành, “{content}”, "
        "hạn {day}."
    ),
    "button_task_view": "Xem việc",
    "says_task_view": "xem {code}",
    "button_task_undo": "Hoàn tác",
    "says_task_undo": "hoàn tác {code}",
    # An item in full, and its marks in a list
    "task_head": "Việc {item}:",
    "task_state": "Đơn vị: {office}. Hạn: {day}{left}. Tình trạng: {state}.",
    "task_state_open": "chưa hoàn thành",
    "task_state_done": "đã hoàn thành",
    "task_state_disputed": "tạm dừng nhắc",
    "task_state_past": "đã qua trước khi kế hoạch được xác nhận",
    "task_state_cancelled": "không còn hiệu lực",
    "task_done_by": "Hoàn thành: {name} ghi ngày {day}{note}.",
    "task_history": "Diễn biến: {events}.",
    "task_event": "{at} {name} {act}{day}{note}",
    "task_event_done": "ghi hoàn thành",
    "task_event_noted": "ghi thêm kết quả",
    "task_event_disputed": "báo không thuộc đơn vị",
    "task_event_kept": "giữ nguyên đơn vị",
    "task_event_given": "giao đơn vị khác",
    "task_event_asked": "đề nghị gia hạn đến",
    "task_event_granted": "đồng ý gia hạn đến",
    "task_event_refused": "không đồng ý gia hạn đến",
    "task_event_recorded": "ghi văn bản đề nghị cấp trên gia hạn đến",
    "task_event_paused": "hẹn nhắc lại",
    "task_event_urged": "đôn đốc",
    "task_event_assigned": "giao việc",
    "task_event_withdrawn": "thu hồi việc",
    "task_mark_line": " Cần một dòng kết quả cho báo cáo.",
    "task_mark_put_off": " Đã gia hạn, hạn cũ {day}.",
    "task_mark_disputed": " Đang chờ công chức đầu mối xem xét.",
    "task_mark_waiting": " Đang chờ duyệt gia hạn đến {day}.",
    "task_mark_paused": " Hẹn nhắc lại ngày {day}.",
    # What waits for a decision
    "task_extensions": "Có {count} đề nghị gia hạn chờ quyết định:",
    "task_extensions_none": "Không có đề nghị gia hạn nào chờ quyết định.",
    "task_extension": (
        "{number}. {content} – {office} ({name}) đề nghị gia hạn từ {day} đến {until}{note}."
    ),
    "task_disputes": "Có {count} việc được báo là không thuộc đơn vị được giao:",
    "task_disputes_none": "Không có việc nào được báo là không thuộc đơn vị được giao.",
    "task_dispute": "{number}. {content} – {office} ({name}), hạn {day}{note}.",
    "reminder_own_schedule": (
        "Việc này đã có lịch nhắc riêng; muốn được nhắc vào ngày khác, xin Anh/Chị "
        "nhắn “nhắc lại” kèm số thứ tự và ngày."
    ),
    "task_tomorrow": "Sáng mai",
    "task_no_such_code": "Không có việc {number}. Nhắn “việc của tôi” để xem danh sách.",
    "own_tasks_none_oversees": (
        "Hiện Anh/Chị không trực tiếp nhận việc nào có hạn mà chưa hoàn thành. Nhắn “việc quá hạn” "
        "để xem việc của các đơn vị."
    ),
    "task_whose_when": "Đơn vị: {office}. Hạn: {day}.",
}

"""What is said of upgrades, logs and what an operator has to do, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "migrate_revisions": "Cơ sở dữ liệu ở bản {revision}, chương trình ở bản {head}.",
    "migrate_empty": "Chưa có cơ sở dữ liệu; lần chạy đầu tiên sẽ tạo.",
    "migrate_current": "Không có bước nào phải chạy.",
    "migrate_steps": "Sẽ chạy {count} bước:",
    "migrate_step": "  {revision}  {title}",
    "migrate_step_0001": "Bảng đầu tiên: tin nhắn, kế hoạch, phản ánh, cán bộ",
    "migrate_step_0002": "Câu trả lời của cơ quan, câu hỏi chờ trả lời, hỏi đáp với cán bộ, lời nhắc",
    "migrate_step_0003": "Tìm kiếm trong PostgreSQL",
    "migrate_step_0004": "Phản ánh: thời hạn, thông báo, ảnh và tài liệu, tên gọi khác của đơn vị",
    "migrate_step_0005": "Nhắc việc: bậc nhắc, vắng mặt, gia hạn, việc giao thêm",
    "migrate_step_0006": "Kênh: tài khoản bot, token, tiến trình nào đang nhận tin",
    "migrate_step_0007": "Bàn làm việc: đăng nhập, lịch sử thay đổi, mẫu trả lời",
    "migrate_step_0008": "Nội dung gốc của tệp kế hoạch",
    "migrate_step_0009": "Chất lượng phục vụ từng ngày",
    "migrate_step_0010": "Thời hạn lưu giữ",
    "migrate_room": "Ổ đĩa còn trống {free} MB; nâng cấp cần nhiều nhất khoảng {needed} MB.",
    "migrate_next": (
        "Chưa thay đổi gì. Xin dừng chương trình, sao lưu (motcua backup TỆP), rồi chạy: motcua migrate"
    ),
    "error_migrate_room": (
        "Ổ đĩa không đủ chỗ để nâng cấp: còn {free} MB, cần khoảng {needed} MB; xin giải phóng dung "
        "lượng trước."
    ),
    "log_clock_forward": (
        "Giờ của máy nhảy lên {minutes} phút (máy vừa được chỉnh giờ hoặc vừa thoát chế độ ngủ); việc theo giờ vẫn tiếp tục, không gửi trùng."
    ),
    "log_clock_back": (
        "Giờ của máy lùi lại {minutes} phút (máy vừa được chỉnh giờ); việc theo giờ vẫn tiếp tục, không gửi trùng."
    ),
    "log_clock_before_build": (
        "Giờ của máy sai: sớm hơn ngày phát hành chương trình; việc nhắc và việc theo giờ tạm dừng tới khi chỉnh đúng giờ (bật NTP)."
    ),
    "log_clock_behind": (
        "Giờ của máy chậm {minutes} phút so với tin nhắn đã lưu; việc nhắc và việc theo giờ tạm dừng tới khi chỉnh đúng giờ (bật NTP)."
    ),
    "log_clock_differs": (
        "Giờ của máy lệch {minutes} phút so với máy chủ cơ sở dữ liệu; việc nhắc và việc theo giờ tạm dừng tới khi hai máy đúng giờ (bật NTP)."
    ),
    "log_clock_off": (
        "Giờ của máy lệch {minutes} phút so với giờ của dịch vụ nhắn tin; việc nhắc và việc theo giờ tạm dừng tới khi chỉnh đúng giờ (bật NTP)."
    ),
    "check_version": "Một cửa {version}, Python {python}.",
    "check_tables": "Cơ sở dữ liệu: {kind}, bản {revision} ({state}).",
    "check_failure": "Không mở được: {sentence}",
    "check_keys": "Khóa mã hóa: {count} khóa.",
    "check_rights_closed": "Quyền đọc tệp: chỉ tài khoản chạy chương trình.",
    "check_rights_open": "Quyền đọc tệp: tài khoản khác đọc được {open}.",
    "check_disk": "Ổ đĩa: còn trống {free} MB (tối thiểu {least} MB).",
    "check_log": "Nhật ký: {where}, dạng {format}, mức {level}.",
    "check_log_standard": "đầu ra lỗi chuẩn",
    "check_installed": "có",
    "check_absent": "chưa có",
    "check_no_vietnamese": "chưa có tiếng Việt",
    "check_programs": "Đọc tệp: Tesseract (bản quét) {tesseract}, LibreOffice (.doc, .xls) {libreoffice}.",
    "check_time_zone": "Múi giờ Việt Nam: {state}.",
    "check_unset": "chưa đặt",
    "check_address": "Địa chỉ công khai: {url}; bot nhận tin bằng {receive_by}.",
    "check_certificate": "Chứng chỉ của địa chỉ công khai: dùng được tới {day}.",
    "check_certificate_bad": "Chứng chỉ của địa chỉ công khai (tới {day}): {why}.",
    "check_certificate_unreachable": "Chứng chỉ: từ máy này không kết nối được tới {url}, nên chưa kiểm tra.",
    "check_certificate_expired": "đã hết hạn",
    "check_certificate_not_yet": "chưa có hiệu lực; xem lại giờ của máy",
    "check_certificate_wrong_name": "không đúng tên miền",
    "check_certificate_untrusted": "không do tổ chức được tin cậy cấp",
    "check_clock": "Giờ của máy: {time}, lệch {seconds} giây so với {where}.",
    "check_clock_unknown": "Giờ của máy: {time}; không có nơi nào để so, xin xem đồng hồ khác.",
    "check_clock_services": "dịch vụ nhắn tin",
    "check_clock_database": "máy chủ cơ sở dữ liệu",
    "check_clock_address": "địa chỉ công khai",
    "check_backup": "Bản sao lưu gần nhất: {time}.",
    "check_backup_none": "Bản sao lưu gần nhất: chưa có.",
    "check_token": "Kênh {channel}: mã truy cập đổi lần gần nhất lúc {changed}.",
    "check_conflict": "Kênh {channel}: lúc {at} có chương trình khác nhận tin bằng cùng token.",
    "check_vacant": "Đơn vị có việc mà chưa có người: {count}.",
    "check_promise": "Hôm qua: {replies} câu trả lời, {percent}% trong {seconds} giây, {lost} tin không trả lời được.",
    "check_promise_none": "Hôm qua: không có câu trả lời nào.",
    "check_now": "LÀM NGAY: ",
    "todo_failure": "{sentence}",
    "todo_clock": "chỉnh giờ máy và bật NTP (timedatectl set-ntp true): lệch {seconds} giây",
    "todo_time_zone": "cài dữ liệu múi giờ: apt-get install tzdata",
    "todo_disk": "giải phóng ổ đĩa: còn {free} MB, cần ít nhất {least} MB",
    "todo_certificate": "cấp lại chứng chỉ của {url}: {why}",
    "todo_certificate_soon": "gia hạn chứng chỉ trước {day}",
    "todo_conflict": "dừng chương trình kia hoặc đổi token của {channel}: hai chương trình đang nhận tin bằng một token",
    "todo_rights": "chỉ để tài khoản chạy chương trình đọc được: chmod go= {paths}",
    "todo_backup": "sao lưu (motcua backup THƯ_MỤC) và đặt lịch sao lưu hằng đêm",
    "todo_public_url": "đặt MOTCUA_PUBLIC_URL=https://… ; thiếu địa chỉ này, webhook không tới được",
    "todo_rotate": "làm nốt việc đổi khóa: motcua key rotate, motcua key check, rồi bỏ khóa cũ",
    "todo_promise": "xem vì sao hôm qua trả lời chậm hoặc mất tin: docs/operations/giam-sat.md",
    "todo_old_name": "đổi tên MOTCUA_CASES_KEPT_YEARS thành MOTCUA_RETENTION_CASES_ANONYMISE",
    "todo_first_migrate": "tạo cơ sở dữ liệu: motcua migrate",
    "todo_vacant": "mời người phụ trách các đơn vị đang có việc: {names}",
    "todo_embedder": "xem lại MOTCUA_EMBEDDING_MODEL: chưa mở được mô hình, tìm kiếm chỉ theo chữ",
    "todo_year": "khi có thông báo chính thức về nghỉ lễ năm {year}, cập nhật chương trình",
    "todo_tesseract": "để đọc bản quét: apt-get install tesseract-ocr tesseract-ocr-vie",
    "todo_libreoffice": "để đọc .doc, .xls: apt-get install libreoffice-writer libreoffice-calc",
}

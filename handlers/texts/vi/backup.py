"""What is said of backups, restoring and moving, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "backup_done": (
        "Đã sao lưu vào {path} ({size} MB): {cases} phản ánh, {rows} dòng dữ liệu, {files} tệp; thời "
        "điểm {taken}, phiên bản {program}, cơ sở dữ liệu bản {revision}."
    ),
    "backup_keys_apart": (
        "Bản sao lưu không chứa khóa: xin cất một bản MOTCUA_KEYS ở nơi khác; thiếu khóa thì không "
        "khôi phục được."
    ),
    "backup_checked": (
        "{path}: đọc được đến hết ({size} MB). Thời điểm {taken}, phiên bản {program}, cơ sở dữ liệu "
        "bản {revision}: {cases} phản ánh, {rows} dòng dữ liệu, {files} tệp."
    ),
    "backup_files_missing": (
        "{count} tệp có ghi trong dữ liệu nhưng không còn trong thư mục ảnh, tài liệu."
    ),
    "backup_files_odd": "{count} tệp có dung lượng khác lúc nhận: có thể đã hỏng trên đĩa.",
    "backup_removed": "Đã xóa {count} bản sao lưu cũ hơn.",
    "backup_not_noted": "Bản sao lưu dùng được, nhưng chưa ghi được giờ sao lưu vào cơ sở dữ liệu.",
    "restore_done": (
        "Đã khôi phục {path} ({size} MB): {cases} phản ánh, {rows} dòng dữ liệu, {files} tệp; thời "
        "điểm {taken}, phiên bản {program}, cơ sở dữ liệu bản {revision}."
    ),
    "restore_parked": (
        "{count} tin đang chờ gửi lúc sao lưu có thể đã gửi sau đó, nên được giữ lại. Xem: motcua "
        "outbox show; gửi: motcua outbox retry"
    ),
    "restore_waiting": (
        "{count} tin đang chờ sẽ được gửi khi chương trình chạy; tin nào đã gửi sau lúc sao lưu thì "
        "người nhận nhận hai lần."
    ),
    "restore_accounts": (
        "Token Zalo OA trong bản sao lưu có thể đã được thay sau đó: nếu `motcua zalo status` báo "
        "lỗi, chạy `motcua zalo login`."
    ),
    "restore_lost": (
        "Những gì nhận được sau thời điểm sao lưu không có ở đây; mọi người phải đăng nhập lại Bàn làm "
        "việc."
    ),
    "restore_next": "Việc tiếp theo: chạy `motcua check`, làm theo, rồi khởi động chương trình.",
    "copy_begins": "Sao chép từ {source} sang {target}…",
    "copy_done": (
        "Đã sao chép và đối chiếu từng bảng: {tables} bảng, {rows} dòng dữ liệu, {cases} phản ánh."
    ),
    "copy_next": (
        "Việc tiếp theo: đặt MOTCUA_DATABASE_URL={target} trong tệp thiết lập (PostgreSQL: điền mật "
        "khẩu), giữ nguyên MOTCUA_KEYS và thư mục ảnh, tài liệu {folder}; chạy `motcua check`, rồi "
        "khởi động chương trình. Cơ sở dữ liệu cũ vẫn còn: chỉ xóa khi mọi việc đã ổn định."
    ),
    # failures
    "error_backup_missing": "Không có tệp {path}.",
    "error_backup_unreadable": "Không đọc được {path}: {reason}.",
    "error_backup_exists": "{path} đã có: chương trình không ghi đè bản sao lưu, xin chọn tên khác.",
    "error_backup_under_way": "Một lệnh sao lưu khác đang ghi {path}: xin chờ lệnh đó xong.",
    "error_backup_unwritable": "Không ghi được bản sao lưu {path}: {reason}.",
    "error_backup_disk_full": (
        "Đĩa đầy nên chưa sao lưu được vào {path} ({reason}): xin xóa bớt hoặc chọn đĩa khác."
    ),
    "error_backup_no_room": (
        "Đĩa còn {free} MB, bản sao lưu cần ít nhất {needed} MB: xin xóa bớt hoặc chọn đĩa khác."
    ),
    "error_keep_needs_folder": "--keep chỉ dùng với một thư mục đã có; {path} không phải thư mục.",
    "error_archive_unknown": "Tệp này không phải bản sao lưu của motcua.",
    "error_archive_newer": (
        "Bản sao lưu do phiên bản mới hơn ghi: xin cài đặt phiên bản đó rồi khôi phục."
    ),
    "error_archive_key_wrong": (
        "Bản sao lưu cần khóa {key}, không có trong MOTCUA_KEYS: xin thêm khóa đã dùng khi sao lưu."
    ),
    "error_archive_needs_keys": "Chưa đặt MOTCUA_KEYS: xin đặt đúng khóa đã dùng khi sao lưu.",
    "error_archive_cut_off": "Bản sao lưu thiếu phần cuối, không dùng được: xin lấy bản khác.",
    "error_archive_damaged": "Bản sao lưu bị hỏng hoặc bị sửa, không dùng được: xin lấy bản khác.",
    "error_place_has_nothing": (
        "Chưa có dữ liệu ở đây: xin kiểm tra thư mục đang đứng, MOTCUA_DATA_DIR và "
        "MOTCUA_DATABASE_URL."
    ),
    "error_place_not_empty": (
        "Cơ sở dữ liệu đích đã có dữ liệu nên không ghi vào: xin dùng cơ sở dữ liệu trống."
    ),
    "error_place_in_use": (
        "Chương trình khác đang mở cơ sở dữ liệu: xin dừng mọi tiến trình motcua (và psql) rồi chạy lại."
    ),
    "error_files_not_empty": (
        "Thư mục ảnh, tài liệu {path} đã có tệp nên không ghi vào: xin chuyển các tệp ấy đi nơi khác, "
        "hoặc đổi MOTCUA_FILES_DIR."
    ),
    "error_rows_refused": (
        "Cơ sở dữ liệu đích không nhận một dòng dữ liệu nên chưa có gì được ghi: xin gửi nhật ký "
        "cho nhóm phát triển."
    ),
    "error_copy_differs": (
        "Bảng {table} sau khi sao chép khác bản gốc nên đã bỏ bản sao chép: xin gửi nhật ký cho nhóm "
        "phát triển."
    ),
}

"""Photos and documents that come with a message, in Vietnamese."""

SENTENCES: dict[str, str] = {
    "file_kind_photo": "ảnh",
    "file_kind_document": "tài liệu",
    "file_kind_audio": "tin thoại",
    "file_kind_video": "video",
    "file_kind_sticker": "nhãn dán",
    "file_kind_other": "tệp",
    "file_kinds_photo": "ảnh",
    "file_kinds_document": "tài liệu",
    "file_kinds_audio": "tin thoại",
    "file_kinds_video": "video",
    "file_kinds_sticker": "nhãn dán",
    "file_kinds_other": "tệp",
    "file_this": "{kind} này",
    "file_named": "{kind} “{name}”",
    "file_list": "{first} và {last}",
    "file_refused_not_fetched": "Chưa tải được {what}. Ông/Bà vui lòng gửi lại.",
    "file_refused_photo_too_large": (
        "{what} quá lớn (tối đa {limit} MB) nên chưa được lưu. Xin chụp ở cỡ ảnh nhỏ hơn, hoặc mở "
        "ảnh rồi chụp màn hình và gửi ảnh chụp màn hình."
    ),
    "file_refused_document_too_large": (
        "{what} quá {limit} MB nên chưa được lưu. Xin chia thành tệp nhỏ hơn, hoặc chụp ảnh những "
        "trang cần gửi."
    ),
    "file_refused_audio_too_large": (
        "{what} quá {limit} MB nên chưa được lưu. Xin thu từng đoạn ngắn hơn, hoặc nhắn bằng chữ."
    ),
    "file_refused_video_too_large": (
        "{what} quá {limit} MB nên chưa được lưu. Xin quay đoạn ngắn hơn, hoặc gửi vài tấm ảnh."
    ),
    "file_refused_file_unknown": (
        "{what} không thuộc loại tệp nhận được nên chưa được lưu. Kênh này nhận ảnh (JPG, PNG, WebP), "
        "tài liệu PDF hoặc Word (.docx), tin thoại và video ngắn (MP4)."
    ),
    "file_refused_no_room": (
        "Hệ thống tạm thời không lưu được {what}; phần chữ vẫn được ghi nhận. Xin gửi lại {what} sau "
        "ít phút."
    ),
    "file_refused_file_empty": "{what} không có nội dung nên chưa được lưu. Xin chọn lại rồi gửi.",
    "file_refused_file_damaged": (
        "{what} bị lỗi, không mở được nên chưa được lưu. Xin chọn lại bản gốc rồi gửi."
    ),
    "file_refused_photo_heic": (
        "{what} theo định dạng HEIC chưa mở được nên chưa được lưu. Xin gửi ảnh JPG: trên iPhone, vào "
        "Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh chụp màn hình."
    ),
    "file_refused_identity_paper": (
        "Hệ thống không nhận giấy tờ tùy thân nên {what} không được lưu. "
        "Xin chỉ nhắn họ tên, địa chỉ và số điện thoại bằng chữ."
    ),
    "file_refused_too_many": (
        "Mỗi tin nhận tối đa {limit} tệp nên {what} gửi sau chưa được lưu. "
        "Xin gửi tiếp trong tin khác."
    ),
    "file_refused_too_many_hour": (
        "Mỗi giờ nhận tối đa {limit} tệp nên {what} chưa được lưu. Xin gửi tiếp sau một giờ, "
        "hoặc nhắn thêm bằng chữ."
    ),
    "file_upload_too_large": (
        "Các tệp gửi cùng lúc quá {limit} MB nên chưa gửi được. Ảnh, tài liệu, tin thoại tối đa "
        "{small} MB một tệp, video tối đa {large} MB. Xin gửi từng tệp, hoặc quay đoạn ngắn hơn."
    ),
    "file_upload_failed": (
        "Tệp chưa gửi được, tệp và nội dung vẫn còn ở đây. Xin kiểm tra mạng rồi bấm Gửi lại."
    ),
    "file_upload_stale": "Trang đã mở quá lâu. Xin tải lại trang rồi gửi lại.",
    "files_unused": (
        "Đã nhận {count}. Nếu là phản ánh, xin nhắn “phản ánh” kèm một câu: việc gì, ở đâu. "
        "Tệp không dùng đến sẽ được xóa."
    ),
    "files_unused_officer": (
        "Đã nhận {count} nhưng chưa gắn với việc nào. Xin Anh/Chị nhắn kèm một câu cho biết gửi về "
        "việc gì. Tệp không dùng đến sẽ được xóa."
    ),
    "file_not_found": "Không có tệp {name}.",
}

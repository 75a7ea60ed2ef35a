"""Photos and documents that come with a message, in English."""

SENTENCES: dict[str, str] = {
    "file_kind_photo": "photo",
    "file_kind_document": "document",
    "file_kind_audio": "voice message",
    "file_kind_video": "video",
    "file_kind_sticker": "sticker",
    "file_kind_other": "file",
    "file_kinds_photo": "photos",
    "file_kinds_document": "documents",
    "file_kinds_audio": "voice messages",
    "file_kinds_video": "videos",
    "file_kinds_sticker": "stickers",
    "file_kinds_other": "files",
    "file_this": "this {kind}",
    "file_named": "the {kind} “{name}”",
    "file_list": "{first} and {last}",
    "file_refused_not_fetched": "{what} could not be fetched. Please send it again.",
    "file_refused_photo_too_large": (
        "Not kept, too large (at most {limit} MB): {what}. Please take a smaller photo, or send a "
        "screenshot of it."
    ),
    "file_refused_document_too_large": (
        "Not kept, above {limit} MB: {what}. Please split it, or photograph the pages that matter."
    ),
    "file_refused_audio_too_large": (
        "Not kept, above {limit} MB: {what}. Please record shorter pieces, or write a few words."
    ),
    "file_refused_video_too_large": (
        "Not kept, above {limit} MB: {what}. Please film a shorter piece, or send a few photos."
    ),
    "file_refused_file_unknown": (
        "Not kept, a kind of file that is not taken here: {what}. Photos (JPG, PNG, WebP), PDF or "
        "Word (.docx) documents, voice messages and short videos (MP4) are."
    ),
    "file_refused_no_room": (
        "Not kept, since nothing can be stored for now: {what}. The words are recorded. Please send "
        "it again in a few minutes."
    ),
    "file_refused_file_empty": "Not kept, nothing in it: {what}. Please choose the file again.",
    "file_refused_file_damaged": (
        "Not kept, cannot be opened: {what}. Please choose the original and send it again."
    ),
    "file_refused_photo_heic": (
        "Not kept, HEIC cannot be opened yet: {what}. Please send a JPG: on an iPhone choose "
        "Settings, Camera, Formats, “Most Compatible”, or send a screenshot of the photo."
    ),
    "file_refused_identity_paper": (
        "Identity papers are not taken here, so not kept: {what}. "
        "Please only write your name, address and phone number."
    ),
    "file_refused_too_many": (
        "At most {limit} files a message, so not kept: the last {what}. "
        "Please send them in another message."
    ),
    "file_refused_too_many_hour": (
        "At most {limit} files an hour, so not kept: {what}. Please go on in an hour, or write "
        "a few words."
    ),
    "file_upload_too_large": (
        "Above {limit} MB together, so nothing was sent. A photo, document or voice message may "
        "have {small} MB, a video {large} MB. Please send them one by one, or film a shorter piece."
    ),
    "file_upload_failed": (
        "Nothing was sent yet; the files and the text are still here. Please check the network and "
        "press Gửi again."
    ),
    "file_upload_stale": "This page has been open too long. Please reload it and send again.",
    "files_unused": (
        "Received: {count}. If this is feedback, please write “phản ánh” and one sentence: what and "
        "where. What is not used is deleted."
    ),
    "files_unused_officer": (
        "Received: {count}, which belong to nothing yet. Please write one sentence about what they "
        "are for. What is not used is deleted."
    ),
    "file_not_found": "There is no file {name}.",
}

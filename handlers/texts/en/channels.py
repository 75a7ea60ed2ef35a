"""What is said because of the channel it is said on."""

SENTENCES = {
    "command_huongdan": "How to use this chat",
    "command_phananh": "Send feedback",
    "command_tracuu": "Look up feedback",
    "command_viec": "My work",
    "command_huy": "Cancel what was begun",
    # Channels as people name them
    "channel_web": "Web page",
    "channel_console": "Command line",
    "channel_telegram": "Telegram",
    "channel_zalo_bot": "Zalo Bot",
    "channel_zalo_oa": "Zalo OA",
    # Channels for officials alone
    "closed_to_citizens": (
        "This channel is for the officials of {place}, so your message was not kept. "
        "To ask or to report something, please {ways}. "
        "If you are an official, please send the code that the clerk gave you."
    ),
    "closed_again": "This channel is for officials only; to ask or to report, please {ways}.",
    "closed_way_url": "go to {value}",
    "closed_way_zalo": "write to {value} on Zalo",
    "closed_way_phone": "call {value}",
    "closed_way_visit": "turn to the people's committee directly",
    "closed_ways": "{first} or {last}",
    # A human answers in the app's own window
    "handover_answered_there": "(An official has answered directly on Zalo)",
    # What cannot be read
    "odd_location": (
        "The place arrived, but not what it is about. Please write one sentence: what and where."
    ),
    "odd_location_officer": (
        "The place arrived, but belongs to nothing yet. Please write one sentence about what it is "
        "for."
    ),
    "odd_contact": "The assistant cannot read contact cards. Please write it in words.",
    "odd_contact_officer": "The assistant cannot read contact cards. Please write it in words.",
    "odd_audio": "This voice message did not arrive. Please write it; one sentence is enough.",
    "odd_audio_officer": "This voice message did not arrive. Please write it in words.",
    "odd_unsupported": (
        "This cannot be read here. Please write it in words, with a photo where it helps."
    ),
    "odd_unsupported_officer": "This cannot be read here. Please write it in words.",
    "odd_old_button": "This button is too old to be used. Please write what you need.",
    "odd_old_button_officer": "This button is too old to be used. Please write what you need.",
    "odd_aside": "This could not be passed on to the official. Please write it in words.",
    # A place on the map, in feedback
    "intake_spot": "Location {point}",
    "intake_located": "The place is noted.",
    "intake_ask_content_spot": (
        "The place arrived. What would you like to report there? One sentence is enough."
    ),
    # Looking up, from a menu
    "look_up_ask": (
        "Please send the code of the report, such as PA261123-XXXXXX. "
        "If you do not have it, send “my reports”."
    ),
    "look_up_ask_officer": (
        "Please send the code of the report, such as PA261123-XXXXXX; for reports in hand, send "
        "“việc PAKN”."
    ),
    "button_own_cases": "My reports",
    # A result in the few words of an approved template
    "template_answered": "Answered",
    "template_refused": "Not accepted",
    "template_transferred": "Passed to another office",
    "template_needs_info": "More information needed",
    "template_extended": "Extended to {due}",
    # Where an invitation's code is sent
    "invite_forward_ways": (
        "The people's committee of {place} invites {name} to do the work of {office} with the "
        "automatic assistant. Code (for single use, within 7 days): {code}"
    ),
    "invite_way_zalo": "On Zalo: look for “{title}” and send it the code.",
    "invite_way_zalo_link": "On Zalo: open {link} (“{title}”) and send the code.",
    "invite_way_telegram": "On Telegram: open {link} and press start.",
    "invite_way_web": "On the web page: open {link} and press the button there.",
    "invite_bots_full": "Every Zalo bot has its {people} people; please ask the operator for a new one.",
    "slip_once": "The code is for single use.",
    "file_on_web": "“{label}”: please open it on the web page.",
    "menu_numbers": "Send a number to choose:",
    "number_stray": "The number {number} stands for no choice now. Please write what you need.",
    "number_stray_officer": "The number {number} stands for nothing now. Please write in words, or “my tasks” to see the list.",
    "menu_words": "You may send: {says}.",
}

"""What is said because of the channel it is said on."""

SENTENCES = {
    "file_on_web": "“{label}”: please open it on the web page.",
    "menu_words": "You may send: {says}.",
}

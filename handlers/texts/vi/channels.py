"""What is said because of the channel it is said on."""

SENTENCES = {
    "file_on_web": "“{label}”: xin mở trên trang web.",
    "menu_words": "Ông/Bà có thể nhắn: {says}.",
}

SENTENCES = {
    "review.nothing_to_undo": "nothing left to undo",
    "review.nothing_to_redo": "nothing left to redo",
    "review.undone": "undone: answer it again",
    "review.undone_elsewhere": "undone: the last step on card {card}",
    "review.redone": "back again",
    "review.suspended": "this card is suspended; tutor resume brings it back",
    "review.buried": "this card comes back tomorrow",
    "review.skipped": "skipped for now",
    "review.skipped_for_today": "not again in this session",
    "review.correction_right": "this correction is for a right answer, once",
    "review.correction_wrong": "this correction is for a wrong verdict, once",
}

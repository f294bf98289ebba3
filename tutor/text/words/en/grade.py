SENTENCES = {"grade.again": "again", "grade.hard": "hard", "grade.good": "good", "grade.easy": "easy"}

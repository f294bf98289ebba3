SENTENCES = {"grade.again": "重来", "grade.hard": "困难", "grade.good": "良好", "grade.easy": "简单"}

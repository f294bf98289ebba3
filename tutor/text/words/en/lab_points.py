SENTENCES = {
    "lab_points.higher": "{name} is higher by {points} ± {half} points",
    "lab_points.lower": "{name} is lower by {points} ± {half} points",
    "lab_points.lost": "{name} cannot be compared, for no pair of networks survived",
    "lab_points.same": "{name} does not differ by more than noise ({points} ± {half})",
}

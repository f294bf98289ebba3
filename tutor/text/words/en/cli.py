SENTENCES = {
    "cli.near": "Did you mean {near}?",
    "cli.bad_now": "TUTOR_NOW does not read as a moment: {text} (write 2026-11-20T08:00+08:00)",
    "cli.bad_language": "there is no such language: {given} (choose zh, en or both)",
    "cli.pretended_home": "under TUTOR_NOW nothing is written to your real data; name a directory with --home or TUTOR_HOME",
}
